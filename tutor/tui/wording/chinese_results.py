"""What the app says of results, in Chinese: checks, failures, passes, reviews and the tries before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from tutor.report import Outcome
from tutor.tui.wording.english_results import EnglishResults


class ChineseResults(EnglishResults):
    """The words of the results pane and of the history."""

    # Nothing checked yet, and checking
    not_checked = "尚未检查"
    idle = (
        "按 Ctrl+S 保存并检查代码。",
        "第一次检查要启动 PyTorch，需要几秒；之后会很快。",
        "也可以用你自己的编辑器：这个文件一经保存，就会在这里自动检查。",
    )
    idle_file_in_browser = "文件保存在提供本页面的计算机上，刷新页面不会丢失任何内容。"
    starting = "正在启动 PyTorch…"
    checking = "正在检查…"

    def waiting_for(self, others: int) -> str:
        return f"正在排队，前面还有 {others} 个检查…"

    stopped = "已停止"
    stop_key = "Esc  停止"
    hint_key = "h  下一条提示"
    next_key = "n  下一课"
    edited_since = "检查之后又修改过"

    # Failures
    expected, yours, difference = "期望值", "你的结果", "你的 − 期望"
    your_prediction = "你的预测"
    axis = "轴"
    looks_like = "可能的原因"
    printed = "你的程序打印了"
    printed_cut = "只显示输出的开头部分。"
    go_to_line_key = "g  跳到这一行"
    no_problem_line = "这个结果不针对文件中的某一行。"
    no_checks_ran = "没有运行任何检查。"
    other_view_key = "d  切换视图"
    not_counted = "这不计入尝试次数。"
    write_here = "用你的代码替换占位的部分，然后按 Ctrl+S。"
    endless = "找找有没有停不下来的循环。"
    too_much_memory = "找找循环里越来越大的张量，或者某个维度过大的形状。"
    our_fault = "这是我们的错，与你的代码无关。文件已保存，进度也还在。"
    not_here = "既不算通过，也不算未通过。"
    optional = "选做"

    # Reviews
    review = "复习"
    due_word = "待复习"
    idle_in_review = (
        "这是复习：文件从头开始，你原来的解答不会改变。",
        "重新写一遍，然后按 Ctrl+S。检查用的是你没见过的输入。",
    )
    leave_review = "回到你自己的文件"
    nothing_due = "今天没有要复习的课。"
    no_review = "这是你自己的文件，没有可以放弃的复习。"

    def due(self, count: int) -> str:
        return f"有 {count} 课待复习"

    def comes_back(self, days: int) -> str:
        return f"这一课{'明天' if days == 1 else f' {days} 天后'}再来复习。"

    def review_given_up(self, days: int, slug: str) -> str:
        return f"{self.comes_back(days)}用 `tutor solution {slug}` 可以查看解答。"

    # The tries at a lesson
    history = "历史"
    no_tries = "还没有尝试。按 Ctrl+S 保存并检查代码。"
    misconception = "误解"
    not_kept = "无法知道改了什么：有一个文件没有保留下来。"

    def tries_at(self, title: str) -> str:
        return f"你在“{title}”中的尝试"

    def try_number(self, number: int) -> str:
        return f"第 {number} 次尝试" if number else "不计入尝试"

    def when(self, at: str) -> str:
        """A moment as the learner's clock showed it."""
        try:
            return datetime.fromisoformat(at).astimezone().strftime("%Y-%m-%d %H:%M")
        except ValueError:
            return "时间未知"

    def try_outcome(self, outcome: Outcome) -> str:
        known = {Outcome.PASSED: "通过", Outcome.NOT_WRITTEN: "还没有写"}
        return known.get(outcome) or self.outcome(outcome)

    def points(self, score: float, most: float) -> str:
        return f"{score:g} / {most:g} 分"

    def unchanged(self, is_first: bool) -> str:
        return f"与{self._since(is_first)}相比没有变化。"

    def changed_since(self, is_first: bool) -> str:
        return f"与{self._since(is_first)}相比的变化："

    def _since(self, is_first: bool) -> str:
        return "起始文件" if is_first else "上一次检查"

    def more_lines(self, count: int) -> str:
        return f"还有 {count} 行没有显示。"

    def earlier_tries(self, count: int) -> str:
        return f"用 `tutor history` 可以查看更早的 {count} 次检查。"

    # Passed
    you_can_now = "现在你会"
    course_done = "课程全部完成"
    no_torch = "尚未安装 PyTorch"
    no_torch_advice = "运行 `tutor doctor` 可以看到确切的安装命令。课文仍然可以阅读。"
    worker_lost = "现在无法检查"
    hint_none = "这一课没有提示。"
    hint_last = "这已经是最后一条提示。"

    def progress(self, done: int, total: int) -> str:
        return f"{done}/{total}"

    def checks_pass(self, passed: int, total: int) -> str:
        return f"{total} 项检查通过 {passed} 项"

    def all_pass(self, total: int) -> str:
        return "检查通过" if total == 1 else f"{total} 项检查全部通过"

    def passes(self, count: int) -> str:
        return f"通过 {count} 项"

    def do_not_pass(self, count: int) -> str:
        return f"{count} 项未通过"

    def waiting(self, count: int) -> str:
        return f"{count} 项等待"

    def check_of(self, number: int, total: int, claim: str) -> str:
        return f"第 {number} 项，共 {total} 项 · {claim}"

    def seconds(self, seconds: float) -> str:
        return f"{seconds:.1f} 秒"

    def effort(self, tries: int, hints: int, minutes: int | None) -> str:
        """How it went; no numbers when they would only sting."""
        if not 0 < tries <= 10:
            return ""
        parts = [f"{tries} 次尝试"]
        parts += [f"{hints} 条提示"] if hints else []
        parts += [f"{minutes} 分钟"] if minutes and minutes <= 180 else []
        return " · ".join(parts)

    def hint_of(self, number: int, total: int) -> str:
        return f"提示 {number} / {total}"

    def line(self, hand_in: str, line: int) -> str:
        return f"{hand_in} 第 {line} 行"

    def was_running(self, hand_in: str, line: int) -> str:
        return f"停止时正在运行 {hand_in} 第 {line} 行"

    def called_from(self, line: int, function: str) -> str:
        return f"在 {function} 的第 {line} 行调用" if function else f"在第 {line} 行调用"

    def cannot_read(self, line: int | None) -> str:
        return "Python 还读不懂这个文件" if line is None else f"Python 还读不懂第 {line} 行"

    def not_written(self, item: str) -> str:
        return f"{item} 还没有写" if item else "这里还没有写代码"

    def block_size(self, rows: int, columns: int) -> str:
        return f"每个方格代表 {rows}×{columns} 个值，显示其中误差最大的一个"

    def window(self, index: Sequence[str]) -> str:
        return f"[{', '.join(index)}] 处的部分"

    def slice(self, index: Sequence[int], number: int, total: int) -> str:
        return f"切片 {list(index)} · 第 {number} 个，共 {total} 个不同"

    def slices_shown(self, count: int) -> str:
        return f"可以查看前 {count} 个"

    other_slice_keys = "其他切片"

    def instead(self, place: Sequence[int], yours: str, expected: str) -> str:
        return f"{f'{list(place)} 处' if place else '结果'}是 {yours}，应为 {expected}。"

    glyphs = "▲ 偏大   ▼ 偏小   ≠ 另一类值   · 正确"
    numbers_in_words = {"nan": "nan（不是数）", "inf": "正无穷", "-inf": "负无穷"}  # noqa: RUF012

    traceback = "你的文件的调用栈，最外层在前"
    traceback_key = "t  显示每一行"
    traceback_hide_key = "t  收起调用栈"

    def line_in(self, hand_in: str, line: int, function: str) -> str:
        return f"{hand_in} 第 {line} 行，在 {function} 中" if function else f"{hand_in} 第 {line} 行"

    def repeated(self, times: int) -> str:
        return f"同一行又重复 {times} 次"

    first_difference = "第一处不同"

    def rank(self, rank: int) -> str:
        return f"rank {rank}"

    def outcome(self, outcome: Outcome) -> str:
        """The title of a result that is neither passed nor simply wrong."""
        return {
            Outcome.ERROR: "代码运行出错",
            Outcome.TIMEOUT: "已停止：一项检查运行太久",
            Outcome.OUT_OF_MEMORY: "内存不足",
            Outcome.CRASHED: "Python 在检查途中崩溃",
            Outcome.REFUSED: "沙箱拒绝运行这个文件",
            Outcome.NOT_RUN: "这台机器无法运行这些检查",
            Outcome.GRADER_ERROR: "检查程序自身出错",
            Outcome.BLOCKED: "这些检查还在等待其他条件",
        }.get(outcome, "尚未通过")

    def you_can_now_in(self, unit: str) -> str:
        return f"{self.you_can_now} · {unit}"

    def next_lesson(self, name: str) -> str:
        return f"下一课：{name}"

    def unit_done(self, number: int) -> str:
        return f"第 {number} 单元完成"

    def gone(self, hand_in: str) -> str:
        return f"找不到 {hand_in}"

    def gone_body(self, folder: str) -> str:
        return f"文件已不在 {folder} 中。"

    restore_key = "恢复起始文件"
    restore_typed_key = "重新保存编辑器中的内容"

    def unreadable(self, hand_in: str) -> str:
        return f"无法读取 {hand_in}"

"""Every sentence the app shows, in simplified Chinese."""

from __future__ import annotations

from collections.abc import Sequence

from tutor.tui.wording.chinese_results import ChineseResults
from tutor.tui.wording.english import English


class Chinese(ChineseResults, English):
    """The app's words in Chinese."""

    lesson, code, results, course = "课文", "代码", "结果", "课程"
    too_small = "请把窗口调大一些\n（至少 60×16），或运行 `tutor watch`。"
    too_small_in_browser = "请把窗口调大一些，或把字号调小\n（至少 60×16）。"
    needs_terminal = "这个应用需要交互式终端。"
    needs_terminal_advice = "纯文本方式请运行 `tutor watch`。"

    # Keys, as the footer names them
    check, help, editor, hint, next, previous = "检查", "帮助", "编辑器", "提示", "下一课", "上一课"
    edit, quit, commands, again = "编辑代码", "退出", "命令", "重新开始"
    full_screen, other_view, find, go_to_line = "全屏", "切换视图", "查找课文", "跳到该行"
    reload, keep_mine = "重新载入", "保留我的"

    # The code pane
    saved = "已保存 · 保存时自动检查"
    edited = "● 已修改，按 Ctrl+S 保存并检查"
    read_only = "不是 UTF-8 文本：请用你自己的编辑器修改"
    changed_outside = "文件在别处被修改。"
    conflict_keys = "先按 Esc，再按"

    find_label = "查找"
    find_keys = "Enter 下一个 · ↑ 上一个 · Esc 关闭"
    no_match = "没有匹配"

    def match_of(self, place: int, total: int) -> str:
        """Which match is selected; a place of 0 is none of them."""
        return f"第 {place} 个，共 {total} 个" if place else f"{total} 个匹配"

    # Checking while typing
    live = "实时"
    live_waiting = "实时 · 等到 Python 能读懂代码时再检查"
    live_counts = "保存并计入成绩"
    live_on = "已开启边写边检查。每一课从第一次按 Ctrl+S 之后开始。"
    live_off = "已关闭边写边检查。"

    def live_paused(self, seconds: float) -> str:
        return f"这一课暂停实时检查：上一次用了 {seconds:.1f} 秒。仍可按 Ctrl+S 检查。"

    # A block of the lesson, run or predicted
    just_printed = "刚才运行的输出"
    just_gave = "刚才运行的结果"
    printed_nothing = "刚才运行过，没有输出"
    block_runs = "正在运行…"
    run_keys = "r  运行这段代码 · Esc  离开"
    run_or_change_keys = "r  运行 · Enter  修改预测 · Esc  离开"
    predict_first_keys = "Enter  写下你的预测，然后才能运行 · Esc  离开"
    no_blocks = "这一课没有可以运行的代码。"
    predict_placeholder = '一个 Python 值，例如 3、"text" 或 [0.5, True]'
    predict_keys = "Enter  写入文件并检查 · Esc  以后再说"
    predict_or_choose_keys = "↑↓  选择 · Enter  写入文件并检查 · Esc  以后再说"
    not_a_literal = '请写一个 Python 值：数字、"文本"、True、None，或由它们组成的列表、元组或字典。'

    def predict_title(self, name: str) -> str:
        return f"结果是什么？你的回答会成为 {name}。"

    def no_prediction_line(self, hand_in: str, name: str) -> str:
        return f"{hand_in} 中没有以 {name} = 开头的行。请加上一行，或重新开始这个练习（r）。"

    def cannot_write(self, hand_in: str) -> str:
        return f"{hand_in} 不能在这里修改。"

    def line_of_block(self, line: int) -> str:
        return f"这段代码的第 {line} 行"

    def line_of_earlier_block(self, line: int) -> str:
        return f"本课前面一段代码的第 {line} 行"

    # The lesson

    only_in_english = "本课暂无中文版，以下为英文。"
    callout_names = {  # noqa: RUF012  # a constant
        "note": "ⓘ 说明",
        "tip": "✦ 提示",
        "warning": "! 注意",
        "important": "◆ 关键点",
        "caution": "! 小心",
    }

    def fence_label(self, info: Sequence[str]) -> str:
        """What the words after a fence's language mean to a reader; empty for an ordinary block."""
        match info:
            case ["predict", *_]:
                return "结果是什么？"
            case ["run", *_]:
                return "可在此运行：先按 ]，再按 r"
            case ["output", *_]:
                return "输出"
        return ""

    # Short notices
    def backup(self, path: str) -> str:
        return f"另一个版本保存在 {path}。"

    def kept_aside(self, path: str) -> str:
        return f"文件同时在别处被修改。你在这里输入的内容保存在 {path}。"

    def opened_outside(self, editor: str) -> str:
        return f"已在 {editor} 中打开。在那里保存，这里就会检查。"

    def web_link(self, address: str) -> str:
        return f"{address}\n地址已复制。"

    no_editor = "请把 $EDITOR 设为你喜欢的编辑器，例如：export EDITOR=nano"
    no_suspend = "浏览器里无法打开你自己的编辑器；请另外打开这个文件。"
    first_lesson = "这已经是第一课。"
    last_lesson = "这已经是最后一课。"

    def opens_anyway(self, numbers: str) -> str:
        return f"在 {numbers} 之后 · Enter 打开"

    def comes_after(self, names: str) -> str:
        return f"这一课排在 {names} 之后。现在也可以阅读和完成。"

    def editor_failed(self, editor: str, reason: str) -> str:
        return f"{editor} 没有启动：{reason}。"

    def crash(self, kept: str, trace: str) -> str:
        where = f"你输入的内容保存在 {kept}。" if kept else "你的文件已保存。"
        return f"程序意外停止，这是我们的错。{where}详细信息在 {trace}，请把这个文件发给我们。"

    # Dialogs
    again_title = "重新开始这个练习？"
    again_body = "文件会恢复到起始状态。你现在的版本会保存在 .backups 文件夹里。"
    again_yes, again_no = "重新开始", "保持原样"
    welcome_title = "欢迎"

    def welcome(self, folder: str) -> tuple[str, ...]:
        return (
            "读一点，写一点代码，马上就能看到对不对。",
            self.welcome_files.format(folder=folder),
            "按 i 进入代码，Ctrl+S 保存并检查，Esc 返回。F1 显示所有按键。",
        )

    welcome_files = "你的文件在 {folder}。它们属于你，可以用任何编辑器打开。"
    welcome_files_in_browser = (
        "你的文件保存在提供本页面的计算机上，位置是 {folder}。这个浏览器下次还能找到它们；无痕窗口则不能。"
    )
    close_key = "Esc  关闭"
    start_key = "开始"

    compare_key = "对照其他正确写法"
    compare_title = "其他正确写法"
    compare_keys = "[ ]  上一个 · 下一个   d  全文   Esc  关闭"
    compare_early_title = "这一课还没有通过。"
    compare_early_body = "仍然要看答案吗？按 `h` 可以先看提示。"
    compare_in_review_title = "这会结束本次复习。"
    compare_in_review_body = "这一课不久会再来复习。仍然要看答案吗？"
    compare_yes, compare_no = "看答案", "先不看"
    reference, theirs = "我们的答案", "另一种正确写法"

    def way_of(self, number: int, total: int) -> str:
        return f"{number} / {total}"

    def same_lines(self, count: int) -> str:
        return f"… {count} 行相同 …"

    def unknown_language(self, value: str) -> str:
        return f"TUTOR_LANG={value} 不是本教程的语言。请设为 en 或 zh；按 F8 可以切换。"

    def no_such_action(self, action: str, nearest: str) -> str:
        return f"没有名为 {action} 的操作。" + (f"是不是想写 {nearest}？" if nearest else "")

    def no_such_key(self, action: str, key: str) -> str:
        return f"{key!r} 不是按键，因此 {action} 保持原来的按键。按键的写法如 x、f5、ctrl+up 或 question_mark。"

    def typed_key(self, action: str, key: str) -> str:
        return f"{action} 在编辑器中也有效，而 {key!r} 在那里用于输入，因此它保持原来的按键。可以试试 ctrl+{key}。"

    def key_taken(self, action: str) -> str:
        return f"{action} 的按键现在有了别的用途。请在 [keys] 中为它另选一个。"

    help_anywhere = "任何地方"
    help_editor = "在编辑器中"
    help_outside = "光标不在编辑器中时"
    help_leave = "（按 Esc 离开编辑器）"
    help_keys_anywhere = (
        ("Ctrl+S", "保存并检查"),
        ("Esc", "离开编辑器，或停止正在运行的检查"),
        ("F1", "本帮助"),
        ("F2", "课程大纲"),
        ("F4", "用你自己的编辑器打开文件"),
        ("F8", "中文或 English"),
        ("Ctrl+F", "在文件中查找"),
        ("Ctrl+P", "所有命令"),
        ("Ctrl+Q", "退出（代码和阅读位置都会保留）"),
    )
    help_keys_editor = (
        ("Ctrl+/", "把代码行变成注释，或还原"),
        ("Ctrl+Z", "撤销，检查之后也可以；Ctrl+Y：重做"),
        ("Tab", "缩进；先按 Esc 再按 Tab 可移到别处"),
    )
    help_keys_editor_in_browser = (
        ("Ctrl+C", "复制选中的内容；Ctrl+V：粘贴"),
        ("Ctrl+Shift+V", "从其他程序粘贴"),
    )
    help_keys_outside = (
        ("1 2 3 4", "课文 · 代码 · 结果 · 课程"),
        ("i  Enter", "编辑代码"),
        ("h", "下一条提示"),
        ("[  ]", "课文中：选择一段代码，再按 r 运行"),
        ("d", "期望值 · 你的结果 · 差值"),
        ("g", "结果中：跳到相应的代码行"),
        ("[  ]", "结果中：张量的其他切片"),
        ("t", "错误的完整调用栈"),
        ("c", "其他正确写法（通过之后）"),
        ("n  p", "下一课 / 上一课"),
        ("m", "全屏显示这个窗格"),
        ("/", "查找课文"),
        ("w", "各次尝试之间改了什么"),
        ("v", "复习到期的课，或从复习返回"),
        ("r", "重新开始这个练习"),
        ("q", "退出"),
    )

    # The command palette
    palette_placeholder = "输入命令或课文的名称"
    find_placeholder = "输入课文的名称，或其中的文字"

    def open_lesson(self, number: str, title: str) -> str:
        return f"{number} {title}"

    command_compare = "对照其他正确写法"
    command_check = "保存并检查"
    command_hint = "显示下一条提示"
    command_next = "下一课"
    command_previous = "上一课"
    command_course = "课程大纲"
    command_history = "各次尝试之间改了什么"
    command_review = "复习到期的课，或从复习返回"
    command_give_up = "放弃这次复习"
    command_again = "重新开始这个练习"
    command_editor = "用你自己的编辑器打开文件"
    command_comment = "把代码行变成注释，或还原"
    command_find_in_file = "在文件中查找"
    command_line = "跳到结果所指的代码行"
    command_run_block = "运行课文中的一段代码"
    command_help = "帮助：所有按键"

    def command_live(self, is_on: bool) -> str:
        return f"边写边检查：{'关闭' if is_on else '开启'}（现在{'已开启' if is_on else '已关闭'}）"

    command_language = command_language_in_ascii = "语言：English"
    command_light = "浅色或深色"
    command_quit = "退出"

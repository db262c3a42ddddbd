"""What the benchmark of grading prints; the peers themselves are no part of the tests, as they need a network."""

from benchmarks.grading import SAMPLE, Row, differences, row_of, table
from benchmarks.peers import PEERS, Run

TUTOR = Row("tutor grade", 200, 0.1, "")


def cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.split(" | ")]


def test_each_way_has_a_row_with_its_rate_and_how_many_times_faster_tutor_grade_is():
    lines = table([TUTOR, Row("slow", 8, 2.5, "the same")]).splitlines()
    assert len({line.count("|") for line in lines}) == 1
    assert cells(lines[2]) == ["| tutor grade", "200", "0.100", "20.00", "10.00", "", "|"]
    assert cells(lines[3]) == ["| slow", "8", "2.500", "0.80", "0.40", "25.0 times as fast", "the same |"]


def test_a_peer_without_a_result_says_why_and_the_others_stand():
    lines = table([TUTOR, Row("absent", 0, 0, "no network | no luck"), Row("slow", 8, 2.5, "the same")]).splitlines()
    assert lines[3] == "| absent | 0 | – | – | – | – | no network \\| no luck |"
    assert lines[4].startswith("| slow | 8 |")


def test_answers_about_which_a_peer_and_tutor_grade_do_not_agree_are_named():
    ours = {"right_a": True, "wrong_b": False, "wrong_c": False}
    assert differences(ours, ours) == "the same: 1 right, 2 wrong"
    theirs = {"right_a": False, "wrong_b": True, "wrong_c": False}
    assert differences(theirs, ours) == "refuses right_a, passes wrong_b"


def test_a_row_has_the_median_of_its_runs_and_the_version_of_its_peer():
    peer = next(peer for peer in PEERS if peer.requirement)
    runs = [Run("right_a", seconds, True) for seconds in (1.0, 9.0, 2.0)]
    row = row_of(peer, runs, {"right_a": True})
    assert (row.hand_ins, row.seconds) == (3, 2.0)
    assert f"{peer.requirement}" in row.way and "==" in row.way


def test_the_peers_grade_right_and_wrong_answers_of_the_lesson():
    assert all(answer.exists() for answer in SAMPLE)
    assert {answer.stem.partition("_")[0] for answer in SAMPLE} == {"right", "wrong"}

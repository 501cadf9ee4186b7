"""A day of the year is answered from: its code in the record is no figure of the documents."""

from __future__ import annotations

from assistant.assistant import Assistant


def test_the_month_of_the_yearly_inspection(assistant: Assistant) -> None:
    answer = assistant.ask("劳务派遣年检几月")
    assert answer.status == "answered"
    assert "每年3月1日后" in answer.text
    assert 301 not in [f.value for f in answer.figures]

"""The commands of `renshe inspect` by name."""

from __future__ import annotations

from api.cli.inspect import begin, enter, papers, steps

COMMANDS = {
    "begin": begin.begin,
    "list": begin.list_,
    "show": begin.show,
    "find": enter.find,
    "note": enter.note,
    "correct": enter.correct,
    "evidence": enter.evidence,
    "share": enter.share,
    "pause": steps.pause,
    "resume": steps.resume,
    "finish": steps.finish,
    "reopen": steps.reopen,
    "papers": papers.papers,
    "archive": papers.archive,
    "verify-log": papers.verify_log,
    "verify-archive": papers.verify_archive,
}

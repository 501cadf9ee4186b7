"""Lists numbered by codes, and catalogues of what is made public."""

from __future__ import annotations

from corpus.compile import compile_document
from corpus.records import Document
from corpus.source import Source

_STEPS = """某县渡口管理局裁量基准
序号 | 违法行为 | 法定依据 | 法定处罚标准 | 适用条件 | 处罚裁量标准 |
DK-A0001 | 超员载客 | 《渡口条例》第九条 | 处违法所得一倍以上五倍以下的罚款 | 违法所得一千元以下的 | 处违法所得1倍以上2倍以下的罚款 |
违法所得一千元以上的 | 处违法所得2倍以上5倍以下的罚款 | ||||
"""
_CATALOGUE = """某县渡口领域政务公开目录
序号 公开事项 公开内容 公开依据 公开时限 公开主体 公开渠道 公开方式 一级事项 二级事项
1 渡运安全 渡船年检结果 船名、年检日期 《渡口条例》 年检结束之日起15个工作日内 县渡口管理局 ■政府网站 主动公开
2 渡运安全 停航通告 停航时段、原因 《渡口条例》 停航之日起3个工作日内 镇渡口管理站 ■公示栏 主动公开
"""
_BENEFITS = """某县救助一览表

| 救助类别 | 救助标准 |
| --- | --- |
| 渡工生活补助 | 300元/人/月 |
| 船民取暖补助 | 500元/人/年 |
"""


def _compiled(text: str) -> Document:
    return compile_document(Source("样例.txt", "0" * 64, text))


def test_steps_under_a_code_share_what_the_law_says_of_the_violation() -> None:
    tiers = _compiled(_STEPS).tiers
    assert [(t.violation, t.circumstances, t.fine.min_times, t.fine.max_times, t.law) for t in tiers] == [
        ("超员载客", "违法所得一千元以下的", 1.0, 2.0, "渡口条例"),
        ("超员载客", "违法所得一千元以上的", 2.0, 5.0, "渡口条例"),
    ]


def test_a_catalogue_tells_who_discloses_a_matter_and_when() -> None:
    guides = _compiled(_CATALOGUE).guides
    told = [(g.name, {e.kind: e.text for e in g.entries}) for g in guides]
    assert [(name, of["handler"], of["time_limit"]) for name, of in told] == [
        ("渡船年检结果", "县渡口管理局", "年检结束之日起15个工作日内"),
        ("停航通告", "镇渡口管理站", "停航之日起3个工作日内"),
    ]


def test_benefits_beside_their_rates_need_no_further_column() -> None:
    subsidies = _compiled(_BENEFITS).subsidies
    assert [(s.name.text, s.rule.text) for s in subsidies] == [
        ("渡工生活补助", "300元/人/月"),
        ("船民取暖补助", "500元/人/年"),
    ]

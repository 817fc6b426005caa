"""Themes to topics: the list mixes names of both official lists with events of life and groups of people."""

import re
from collections.abc import Iterable

from guides.codes import Audience
from knowledge.codelists import official_topics
from knowledge.codes import TopicAudience

# Other names of official topics. What is an event of life or a group of people (人才, 外国人, 迁居) is no topic.
SAME_AS = {
    "纳税": ("税收财务",),
    "找工作": ("就业创业",),
    "创业": ("就业创业",),
    "社会救助": ("社会保障",),
    "升学": ("教育科研",),
    "义务教育": ("教育科研",),
    "生小孩": ("生育收养",),
    "结婚": ("婚姻登记",),
    "退休": ("离职退休",),
    "文化体育": ("文化体育", "文体教育"),
    "交通出行": ("交通出行", "交通运输"),
    "规划建设": ("规划建设", "国土和规划建设"),
}
IN_BRACKETS = re.compile(r"[（(].*[)）]$")


def topics(themes: Iterable[str], audiences: Iterable[str]) -> tuple[tuple[str, ...], list[str]]:
    """Keys of topics for those whom the item serves, and the themes that are none.

    ``(["社会保障（社会保险、社会救助）", "人才"], ["individual"])`` -> ``(("individual/085",), ["人才"])``.
    """
    lists = _lists(set(audiences))
    found: set[str] = set()
    unknown: list[str] = []
    for theme in themes:
        keys = {key for name in _names(theme) for key in _keys(name, lists)}
        found |= keys
        if not keys:
            unknown.append(theme)
    return tuple(sorted(found)), unknown


def _lists(audiences: set[str]) -> list[TopicAudience]:
    wanted = []
    if Audience.INDIVIDUAL in audiences:
        wanted.append(TopicAudience.INDIVIDUAL)
    if audiences - {Audience.INDIVIDUAL}:
        wanted.append(TopicAudience.ORGANISATION)
    return wanted


def _names(theme: str) -> tuple[str, ...]:
    plain = IN_BRACKETS.sub("", theme.strip())
    return SAME_AS.get(plain, (plain,))


def _keys(name: str, lists: Iterable[TopicAudience]) -> Iterable[str]:
    official = official_topics()
    return (f"{kind}/{entry['code']}" for kind in lists for entry in official[kind] if entry["zh"] == name)

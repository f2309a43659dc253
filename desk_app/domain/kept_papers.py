"""Which papers of a procedure lie with the case, and which only pass over the desk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desk_app.domain.case import Intake
from desk_app.domain.component import Component
from desk_app.domain.procedure import Procedure, RequiredComponent

SHOWN = "xuất trình"


def is_shown(paper: RequiredComponent) -> bool:
    """Return whether a paper is shown and taken home again."""
    return paper.group == SHOWN


def must_be_asked_for(paper: RequiredComponent) -> bool:
    """Return whether the dossier lacks something without this paper: not shown only, not in a national database.

    Source: NĐ 118/2025 Đ.17.1b: what national databases hold is not asked for again.
    """
    return paper.required and not is_shown(paper) and not paper.lookup_first


def kept_of(brought: Sequence[Component], procedure: Procedure) -> tuple[Component, ...]:
    """Return what the desk keeps of papers: those that are only shown go home again."""
    shown = {paper.name for paper in procedure.components if is_shown(paper)}
    return tuple(paper for paper in brought if paper.name not in shown)


def kept(intake: Intake, procedure: Procedure) -> Intake:
    """Return the intake without papers that are only shown: a receipt must not say that the desk has them."""
    stay = kept_of(intake.components, procedure)
    return intake if len(stay) == len(intake.components) else replace(intake, components=stay)

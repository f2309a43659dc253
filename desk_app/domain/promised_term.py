"""A commune's shorter term beside the law's (cắt giảm): which of the two a case was received under, and its words."""

from __future__ import annotations

from dataclasses import replace

from desk_app.domain.case import Intake
from desk_app.domain.procedure import Procedure
from desk_app.domain.term import term_text
from desk_app.domain.words import Words


def with_law(intake: Intake, procedure: Procedure) -> Intake:
    """Return the intake with the statutory term where the procedure's commune promises less than that.

    The statutory term that the intake names stands if one of the procedure's cases has both; a term that a clerk
    typed and no case has is told as the law's, since nobody here knows another.
    """
    laws = [choice.term_by_law for choice in procedure.terms if choice.term == intake.term]
    by_law = intake.term_by_law if intake.term_by_law in laws else next(iter(laws), "")
    return intake if by_law == intake.term_by_law else replace(intake, term_by_law=by_law)


def term_words(term: str, by_law: str) -> str:
    """Return a term in words, with the law's where the commune promises less (Words); empty when nobody knows it.

    Raises:
        UnknownTerm: one of them is none.
    """
    if not term:
        return ""
    told = term_text(term)
    if not by_law:
        return told
    return Words("{promised} (cắt giảm, theo quy định {by_law})", promised=told, by_law=term_text(by_law))

"""After a cut the desk asks for the superior's head: what it had heard by then stays heard."""

from __future__ import annotations

from datetime import date

from support.desk import receive
from support.news import news_desk

from desk_app.domain.errors import NotReached
from district_server import publishing
from district_server.ledger import Ledger


class CutOnce:
    """The line, cut once while a request is on its way; `asked` = the cursors of those after it."""

    def __init__(self, line):
        self.line, self.cut_yet, self.asked = line, False, []
        self.head = line.head

    def pause(self, _seconds):
        pass

    def exchange(self, enrolment, counter, frames, cursor, sent):
        if not self.cut_yet:
            self.cut_yet = True
            sent(1)
            raise NotReached()
        self.asked.append(cursor)
        return self.line.exchange(enrolment, counter, frames, cursor, sent)


def test_after_a_cut_news_that_came_before_do_not_come_again(tmp_path):
    """On a line that is cut all the time they would come after each cut, as many as there ever were."""
    with news_desk(tmp_path) as desk:
        above = Ledger(desk.above)
        with above.act() as connection:
            for n in range(9):
                publishing.notify(connection, f"{n}", "Thông báo " * 90, date(2026, 11, 1), date(2026, 12, 1))
        above.close()
        desk.sync()
        before = desk.read(lambda reading: reading.cursor())
        line = CutOnce(desk.line)
        receive(desk.store, desk.clock)
        state = desk.sync(line)

        assert state.pending_events == 0
        assert line.asked[0] == before

"""Why an operator is not let in or may not do a thing: one sentence each, and what it tells nobody else."""

from __future__ import annotations

from datetime import datetime


class NotLetIn(Exception):
    """The sentence is for whoever stands at the door; `status` is HTTP's."""

    status = 403
    sentence = ""

    def __str__(self) -> str:
        return self.sentence


class WrongLogin(NotLetIn):
    """No such name, an ended account or a wrong passphrase: not told apart."""

    sentence = "Tên hoặc mật khẩu không đúng; hãy nhập lại."


class WrongAgain(NotLetIn):
    """The passphrase that a deed asks for again."""

    sentence = "Mật khẩu không đúng nên chưa làm gì; hãy nhập lại."


class Locked(NotLetIn):
    """Five wrong tries under one name, whether somebody has it or not."""

    status = 429

    def __init__(self, until: datetime) -> None:
        super().__init__()
        self.until = until
        self.sentence = (
            f"Đã nhập sai năm lần nên tên này bị khóa đến {until:%H:%M ngày %d/%m/%Y}; hãy chờ rồi thử lại."
        )


class TooManyHere(NotLetIn):
    """One address has tried too often within the hour."""

    status = 429
    sentence = "Máy này đã đăng nhập sai quá nhiều lần; hãy thử lại sau một giờ."


class SignedOut(NotLetIn):
    """No session, or one that ended."""

    sentence = "Phiên làm việc đã hết; hãy đăng nhập lại."


class NotAllowed(NotLetIn):
    """The account lacks the role."""

    sentence = "Tài khoản này không có quyền làm việc đó; hãy nhờ người có quyền."


class ForeignForm(NotLetIn):
    """The form was not given out by us to this session."""

    sentence = "Biểu mẫu đã cũ hoặc đến từ trang khác nên chưa làm gì; hãy mở lại trang rồi làm lại."


class UnknownThing(NotLetIn):
    """Nothing is there under this name."""

    status = 404
    sentence = "Không có mục này; hãy quay lại danh sách."


class CannotDo(NotLetIn):
    """What was typed or brought cannot be used; the sentence says what and what to do."""

    status = 422

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.sentence = sentence

"""Pages about what desks sent and what they work by: exceptions, files from sticks, catalogues."""

from __future__ import annotations

from urllib.parse import quote

from fastapi import APIRouter, Request
from fastapi.responses import Response

from district_server import usb
from district_server.catalogue_file import catalogue_of
from district_server.operators import catalogues, files, refusals
from district_server.operators.acts import note
from district_server.operators.door import HEADERS, HOME, Door, Visit, go
from district_server.operators.errors import CannotDo, UnknownThing
from district_server.operators.uploads import Most
from wire.limits import LABEL_BYTES, PARCEL_BYTES, PARTS

_CATALOGUE, _ANSWER = "catalogue", "usb"
_SHOWN = 100  # rows of each part of a difference
_AROUND_A_PART = 20  # bytes: its length, and the seal's tag
STICK = Most(  # whatever a desk may write, its scans too; the rest is what sealing adds
    bytes=PARCEL_BYTES + PARTS * _AROUND_A_PART + LABEL_BYTES,
    sentence="Tệp lớn hơn 256 MB nên trang này không nhận; hãy chọn đúng tệp .qmc mà quầy chép ra, "
    "hoặc nhập tại máy chủ bằng lệnh district-server import-usb.",
)
CATALOGUE = Most(  # it is kept in the database between two pages, and looked at in memory
    bytes=20 * 1024 * 1024,
    sentence="Tệp lớn hơn 20 MB nên trang này không nhận; hãy chọn đúng tệp danh mục, "
    "hoặc công bố tại máy chủ bằng lệnh district-server publish-catalogue.",
)


def add(router: APIRouter, door: Door) -> None:
    """Add the routes."""

    @router.get("/ngoai-le")
    async def exceptions(request: Request) -> Response:
        """Show exceptions across desks."""
        return await door.show(request, _exceptions)

    @router.get("/ngoai-le/mot")
    async def exception(request: Request) -> Response:
        """Show one exception."""
        return await door.show(request, _exception)

    @router.post("/ngoai-le/mot")
    async def settle(request: Request) -> Response:
        """Mark one as settled."""
        return await door.act(request, _settle, role="import", again=_exception)

    @router.get("/usb")
    async def sticks(request: Request) -> Response:
        """Show the form for a file from a stick."""
        return await door.show(request, _sticks, role="import")

    @router.post("/usb")
    async def import_stick(request: Request) -> Response:
        """Take a file that a desk wrote to a stick."""
        return await door.take_file(request, _import, role="import", again=_sticks, most=STICK)

    @router.get("/usb/xac-nhan")
    async def answer_file(request: Request) -> Response:
        """Give the file that goes back to the desk."""
        return await door.show(request, _answer_file, role="import")

    @router.get("/danh-muc")
    async def versions(request: Request) -> Response:
        """Show the published catalogues and the form for another."""
        return await door.show(request, _versions)

    @router.post("/danh-muc")
    async def compare(request: Request) -> Response:
        """Show what a file would change; nothing is published."""
        return await door.take_file(request, _compare, role="publish", again=_versions, most=CATALOGUE)

    @router.post("/danh-muc/cong-bo")
    async def publish(request: Request) -> Response:
        """Publish the file that was compared."""
        return await door.act(request, _publish, role="publish", again=_compare_again)


def _exceptions(visit: Visit) -> Response:
    chosen = {name: visit.asked(name) for name in ("quay", "ma", "ai", "xong")}
    page = visit.page_asked()
    found, more = refusals.refusals(
        visit.ledger, name=chosen["quay"].strip(), code=chosen["ma"], who=chosen["ai"],
        ended=chosen["xong"] == "1", page=page,
    )  # fmt: skip
    return visit.page(
        "exceptions.html",
        refusals=found,
        more=more,
        page=page,
        chosen=chosen,
        codes=refusals.CODES,
        who=refusals.WHO,
    )


def _exception(visit: Visit) -> Response:
    name, seq = visit.fields.get("desk") or visit.asked("quay"), visit.fields.get("seq") or visit.asked("so")
    found = refusals.one_refusal(visit.ledger, name, _seq(seq))
    given = visit.fields.get("note", "")
    return visit.page("exception.html", one=found, given=given, codes=refusals.CODES, who=refusals.WHO)


def _settle(visit: Visit) -> Response:
    name, seq = visit.fields.get("desk", ""), _seq(visit.fields.get("seq", ""))
    with visit.ledger.act() as connection:
        refusals.settle(connection, name, seq, visit.name, visit.fields.get("note", ""), visit.at)
        if visit.joined.tell_settled is not None:
            visit.joined.tell_settled(connection, name, seq)
        note(connection, visit.at, visit.name, "settled", f"{name}, sự kiện {seq}", visit.address)
    return go(f"{HOME}/ngoai-le?ai=superior")


def _seq(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 16):
        raise UnknownThing()
    return int(text)


def _sticks(visit: Visit) -> Response:
    return visit.page("usb.html", imported=None)


def _import(visit: Visit) -> Response:
    if visit.upload is None or not visit.upload.size:
        raise CannotDo("Chưa chọn tệp nào; hãy chọn tệp .qmc mà quầy chép ra.")
    imported = usb.import_file(visit.ledger, visit.upload.file, visit.at)
    with visit.ledger.act() as connection:
        kept = files.keep(connection, visit.name, _ANSWER, imported.ack_name, imported.ack, visit.at)
        note(
            connection,
            visit.at,
            visit.name,
            "imported",
            f"{imported.desk}: {imported.sentence}",
            visit.address,
        )
    return visit.page("usb.html", imported=imported, kept=kept)


def _answer_file(visit: Visit) -> Response:
    with visit.ledger.act() as connection:
        kept = files.take(connection, visit.name, _ANSWER, visit.asked("tep"), visit.at)
    named = f"attachment; filename*=UTF-8''{quote(kept.name, safe='')}"
    return Response(
        kept.content, media_type="application/octet-stream", headers=HEADERS | {"Content-Disposition": named}
    )


def _versions(visit: Visit) -> Response:
    return visit.page("catalogues.html", versions=catalogues.versions(visit.ledger))


def _compare(visit: Visit) -> Response:
    if visit.upload is None or not visit.upload.size:
        raise CannotDo("Chưa chọn tệp nào; hãy chọn tệp danh mục .json.")
    content = visit.upload.file.read()
    catalogue_of(content, "Tệp này")  # what is no catalogue is not kept
    with visit.ledger.act() as connection:
        kept = files.keep(connection, visit.name, _CATALOGUE, visit.upload.file_name, content, visit.at)
    return _difference(visit, kept, visit.upload.file_name, content)


def _compare_again(visit: Visit) -> Response:
    which = visit.fields.get("kept", "")
    with visit.ledger.act() as connection:
        kept = files.take(connection, visit.name, _CATALOGUE, which, visit.at)
    return _difference(visit, kept.id, kept.name, kept.content)


def _difference(visit: Visit, kept: str, file_name: str, content: bytes) -> Response:
    found = catalogues.difference(visit.ledger, catalogue_of(content, "Tệp này"))
    return visit.page("difference.html", found=found, kept=kept, file_name=file_name, most=_SHOWN)


def _publish(visit: Visit) -> Response:
    visit.check_passphrase()
    with visit.ledger.act() as connection:
        kept = files.take(connection, visit.name, _CATALOGUE, visit.fields.get("kept", ""), visit.at)
        catalogue = catalogue_of(kept.content, "Tệp này")
        catalogues.publish(connection, catalogue)
        if visit.joined.tell_desks is not None:
            visit.joined.tell_desks(connection, catalogue.document)
        about = f"bản {catalogue.version}, {len(catalogue.procedures)} thủ tục, tệp {kept.name}"
        note(connection, visit.at, visit.name, "published", about, visit.address)
    return go(f"{HOME}/danh-muc?xong={catalogue.version}")

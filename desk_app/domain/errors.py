"""What the clerk is told when something cannot be done.

Every error has one Vietnamese sentence that says what happened and what to do; `ui/wording.py` gives it
in the chosen language. Fields in braces are values, never names of persons; a tuple is written as a list.
"""

from __future__ import annotations

from typing import ClassVar


class DeskError(Exception):
    """Something the desk cannot do, in a sentence for the clerk."""

    sentence: ClassVar[str] = "Không thực hiện được việc này."

    def __init__(self, **fields: object) -> None:
        self.fields = fields
        super().__init__(self.sentence.format(**{name: _listed(value) for name, value in fields.items()}))


def _listed(value: object) -> object:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else value


# --- the store ---------------------------------------------------------------------------------


class StorageFull(DeskError):
    sentence = "Ổ đĩa đã đầy nên chưa lưu được; hãy xóa bớt tệp rồi bấm lại, nội dung đang nhập vẫn còn."


class StorageBusy(DeskError):
    sentence = "Kho dữ liệu đang bận; hãy thử lại sau vài giây."


class StorageUnreadable(DeskError):
    sentence = "Ổ đĩa không đọc hoặc ghi được kho dữ liệu; hãy kiểm tra ổ đĩa và báo cán bộ tin học."


class NotOurStore(DeskError):
    sentence = "Tệp {path} không phải kho dữ liệu của Quầy Một Cửa; hãy chọn đúng thư mục dữ liệu."


class StoreTooNew(DeskError):
    sentence = "Kho dữ liệu do bản phần mềm mới hơn tạo ra; hãy cài bản mới nhất rồi mở lại."


class StoreInUse(DeskError):
    sentence = "Quầy Một Cửa đang mở trên máy này; hãy đóng cửa sổ rồi chạy lại lệnh."


class StoreLocked(DeskError):
    sentence = "Quầy đã khóa; hãy đăng nhập rồi làm lại."


class NoStore(DeskError):
    sentence = "Chưa có kho dữ liệu ở {path}; hãy mở Quầy Một Cửa lần đầu để tạo."


class StoreMissing(DeskError):
    sentence = (
        "Không thấy kho dữ liệu {path} của tệp khóa đang có; hãy đặt lại tệp này hoặc chép từ bản sao lưu, "
        "đừng xóa tệp khóa."
    )


class NotADemonstration(DeskError):
    sentence = "Thư mục {path} có dữ liệu không do bản làm thử tạo ra; không xóa gì, hãy chọn thư mục khác."


class DamagedLog(DeskError):
    sentence = "Nhật ký sai từ sự kiện {seq}; hãy ngừng nhập, giữ nguyên máy và báo cán bộ tin học."


# --- keys and staff ----------------------------------------------------------------------------


class WrongPassphrase(DeskError):
    sentence = "Sai mật khẩu; hãy kiểm tra bộ gõ, phím Caps Lock rồi nhập lại."


class PassphraseTooShort(DeskError):
    sentence = "Mật khẩu phải có ít nhất {least} ký tự; hãy đặt một câu dài, dễ nhớ."


class UnknownStaff(DeskError):
    sentence = "Không có cán bộ “{staff}” trên máy này; hãy kiểm tra tên đăng nhập."


class StaffExists(DeskError):
    sentence = "Tên đăng nhập “{staff}” đã có; hãy chọn tên khác."


class LoginUnclear(DeskError):
    sentence = "Tên đăng nhập “{staff}” không dùng được; chỉ gồm chữ cái không dấu và chữ số."


class KeysUnreadable(DeskError):
    sentence = "Không đọc được tệp khóa {path}; hãy chép lại tệp này từ bản sao lưu."


class MemoryShort(DeskError):
    sentence = "Máy không còn đủ {needed} MB bộ nhớ để mở khóa; hãy đóng bớt chương trình rồi thử lại."


class PassphraseUnreadable(DeskError):
    sentence = "Không đọc được mật khẩu từ {file}; hãy kiểm tra tệp rồi chạy lại."


# --- cases -------------------------------------------------------------------------------------


class CatalogueUnreadable(DeskError):
    sentence = "Không đọc được danh mục hoặc lịch ở {path}; hãy cài lại Quầy Một Cửa hoặc chép lại tệp từ bản sao lưu."


class UnknownProcedure(DeskError):
    sentence = "Không có thủ tục mã {code} trong danh mục; hãy tìm theo tên."


class NoCatalogueThen(DeskError):
    sentence = "Ngày {day} chưa có danh mục nào có hiệu lực; hãy chọn ngày hiệu lực từ {first}."


class NotAnImport(DeskError):
    """`why` says what the file is instead, in Vietnamese."""

    sentence = "Không nhập được {file}: {why}."


class NothingToImport(DeskError):
    """`why` is the first fault, already a sentence without its full stop."""

    sentence = "Không có dòng nào trong {file} nhập được: {why}."


class MappingUnreadable(DeskError):
    sentence = "Tệp ánh xạ cột {file} không dùng được: {why}."


class DecisionMissing(DeskError):
    sentence = 'Chưa ghi số quyết định công bố; hãy thêm --decision, ví dụ --decision "QĐ 113/QĐ-UBND".'


class EffectiveDayMissing(DeskError):
    sentence = (
        "Chưa ghi ngày danh mục có hiệu lực; hãy thêm --effective-from, ví dụ --effective-from 2027-03-01."
    )


class LocalEditsUnreadable(DeskError):
    sentence = "Không đọc được phần danh mục do xã sửa (ở “{what}”); hãy nhập lại phần sửa này."


class TermTooLong(DeskError):
    sentence = "Thủ tục {code}: {promised} dài hơn thời hạn theo quy định ({by_law}); chỉ được cắt giảm."


class NoSuchTerm(DeskError):
    sentence = "Thủ tục {code} không còn thời hạn {term} trong danh mục; hãy xem lại thời gian cam kết."


class StepsTooLong(DeskError):
    sentence = "Thủ tục {code}: các bước cộng lại {taken}, nhiều hơn thời hạn {most}; hãy giảm bớt."


class FeeNotPossible(DeskError):
    sentence = "Thủ tục {code}: mức thu không được nhỏ hơn 0; hãy nhập lại."


class UnknownCase(DeskError):
    sentence = "Không tìm thấy hồ sơ {case_code}; hãy kiểm tra lại mã."


class IntakeIncomplete(DeskError):
    """`missing` names the fields on the screen (Words, or a tuple of them)."""

    sentence = "Còn thiếu: {missing}."


class NotPrintable(DeskError):
    sentence = "Không in được ký tự “{letters}” (trong “{text}”); hãy gõ lại bằng chữ in được."


class ImpossibleDate(DeskError):
    sentence = "“{text}” không phải là ngày có thật; hãy nhập dạng ngày/tháng/năm."


class DateToCome(DeskError):
    sentence = "“{text}” là ngày chưa tới; hãy xem lại năm sinh."


class UnclearYear(DeskError):
    sentence = "“{text}” chưa rõ năm 19… hay 20…; hãy gõ đủ bốn chữ số của năm sinh."


class UnclearAmount(DeskError):
    sentence = "Không hiểu số tiền “{text}”; hãy gõ số đồng như 8.000, hoặc để trống nếu chưa có mức thu."


class UnclearTerm(DeskError):
    sentence = "Không hiểu thời hạn “{text}”; hãy viết như: 5 ngày làm việc, 8 giờ, 15 ngày."


class UnclearSentTime(DeskError):
    sentence = (
        "Không hiểu lúc nộp trực tuyến “{text}”; hãy gõ như 22/11/2026 và 21:30, hoặc để trống cả hai ô."
    )


class SentTimeToCome(DeskError):
    sentence = "Lúc nộp trực tuyến {at} chưa đến; hãy xem lại ngày giờ trên Cổng."


class UnknownTerm(DeskError):
    sentence = "Không hiểu thời hạn “{text}”; hãy viết như 5wd, 8h, 15d, 3wd+5wd hoặc same-day@15."


class BadCasePattern(DeskError):
    sentence = "Mẫu mã hồ sơ “{pattern}” chưa dùng được: {fault}; mẫu thường dùng là {usual}."


class UnclearUnit(DeskError):
    sentence = "“{text}” không phải mã định danh của một đơn vị; hãy gõ như H56.22.18."


class UnclearSuperiorCode(DeskError):
    sentence = "“{text}” không phải mã hồ sơ của cấp trên; hãy gõ đúng như trên hệ thống, ví dụ H56.22.17-261123-0975."


class SuperiorCodeTaken(DeskError):
    sentence = "Hồ sơ {superior_code} đã được tiếp nhận với mã {case_code}; hãy mở hồ sơ đó."


class UnknownPaperNumber(DeskError):
    sentence = "Số {case_code} không có trong các số đã cấp ra giấy; hãy chọn số trong danh sách."


class PaperNumberUsed(DeskError):
    sentence = "Số {case_code} trên giấy đã được nhập rồi; hãy mở hồ sơ đó để kiểm tra."


class PaperDayDiffers(DeskError):
    sentence = (
        "Số {case_code} cấp cho ngày {day}; ngày giờ nhận trên giấy phải là ngày đó, hãy xem lại tờ giấy."
    )


class PaperMomentMissing(DeskError):
    sentence = "Hãy gõ ngày và giờ nhận ghi trên giấy, ví dụ 23/11/2026 và 9:30."


class PaperMomentToCome(DeskError):
    sentence = "Giờ nhận trên giấy ({at}) chưa tới; hãy xem lại tờ giấy và đồng hồ của máy."


class PaperForOtherUnit(DeskError):
    sentence = (
        "Số đã cấp ra giấy là của đơn vị mình, không dùng cho hồ sơ nhận hộ; hãy tiếp nhận bằng số mới."
    )


class TooManyNumbers(DeskError):
    sentence = "Mỗi lần cấp ra giấy được từ 1 đến {most} số; hãy gõ lại."


class NumbersForPastDay(DeskError):
    sentence = "Chỉ cấp số ra giấy cho hôm nay và {days} ngày tới; hãy chọn lại ngày."


class NumbersUsedUp(DeskError):
    sentence = "Quầy đã dùng hết số hồ sơ của ngày {day}; hãy nhận tiếp ở quầy khác hoặc báo cấp trên."


class NotYourRole(DeskError):
    sentence = "Việc “{act}” cần quyền {roles}; hãy nhờ người có quyền đăng nhập."


class LeaderNeeded(DeskError):
    sentence = "Việc này cần lý do và ý kiến của lãnh đạo: {why}."


class NothingChanged(DeskError):
    sentence = "Chưa sửa gì so với hồ sơ đã lưu; hãy sửa rồi lưu lại, hoặc bấm Esc."


class NothingDue(DeskError):
    sentence = "Hồ sơ {case_code} không có ngày hẹn trả nên không có gì để gia hạn."


class NotForwarded(DeskError):
    sentence = "Hồ sơ {case_code} đang ở quầy, chưa chuyển đi đâu."


class UnknownPayment(DeskError):
    sentence = "Hồ sơ {case_code} không có khoản thu này, hoặc khoản thu đã hủy."


class NotYetClosable(DeskError):
    sentence = "Người dân còn được bổ sung đến hết ngày {until}; chưa đóng hồ sơ được."


class TooLateToVoid(DeskError):
    sentence = (
        "Chỉ hủy mã trong ngày tiếp nhận (hay ngày nhập từ giấy) và khi chưa làm gì thêm; "
        "hãy dừng hoặc rút hồ sơ {case_code}."
    )


class MoneyStillTaken(DeskError):
    sentence = "Hồ sơ {case_code} đã thu {amount}; hãy chọn “Hủy khoản thu” trước, rồi hủy mã."


class NothingToUndo(DeskError):
    sentence = "Hồ sơ {case_code} không còn gì để hoàn tác: đã làm thêm việc khác, hoặc việc này sửa bằng cách riêng."


class NotYoursToUndo(DeskError):
    sentence = "Việc này do {name} làm; người đó hoặc lãnh đạo mới hoàn tác được."


class TooLateToUndo(DeskError):
    sentence = "Chỉ hoàn tác được trong {minutes} phút sau khi làm; hãy sửa bằng việc khác trên trang hồ sơ."


class AlreadyForwarded(DeskError):
    sentence = "Hồ sơ {case_code} đang ở {to} từ {when}; hãy ghi nhận lại rồi mới chuyển nơi khác."


class BeforeSetAside(DeskError):
    sentence = "Số giấy {case_code} được cấp lúc {at}; giờ nhận ghi trên giấy không thể sớm hơn."


class NotAllowedNow(DeskError):
    sentence = "Hồ sơ {case_code} đang ở trạng thái “{state}” nên không làm được việc này."


class ExtensionUsedUp(DeskError):
    sentence = "Chỉ được hẹn lại {most} lần ({basis}); hãy trả kết quả sớm nhất và báo lãnh đạo."


class ExtensionNotLater(DeskError):
    sentence = "{day} không sau ngày hẹn cũ ({due}) hoặc đã qua; hãy chọn một ngày làm việc muộn hơn."


class ExtensionOnDayOff(DeskError):
    sentence = "{day} {why}, không hẹn trả được; hãy chọn một ngày làm việc."


class OwnDayUnfounded(DeskError):
    sentence = "{day} chưa ghi lý do hoặc số văn bản; hãy điền đủ rồi lưu lại."


class TooLong(DeskError):
    sentence = "Nội dung nhập quá dài nên chưa lưu được; hãy rút ngắn ghi chú hoặc tên giấy tờ rồi lưu lại."


class ClockWentBack(DeskError):
    """Either the clock is wrong now, or it was wrong when `last` was written: only a person can tell."""

    sentence = (
        "Đồng hồ máy đang lùi trước lần ghi cuối ({last}); hãy chỉnh lại ngày giờ rồi làm tiếp. "
        "Nếu giờ hiện nay đã đúng, lãnh đạo xác nhận bằng lệnh desk-app clock."
    )


class DayStuck(DeskError):
    sentence = "Ngày làm thử dừng lại khi chờ: {what}."


# --- fees and payments ---------------------------------------------------------------------------


class FeeTableUnreadable(DeskError):
    """`row` is the id or place of a row, `fault` what is wrong with it, in Vietnamese."""

    sentence = "Bảng phí {path} sai ở {row}: {fault}; hãy sửa tệp này hoặc cài lại Quầy Một Cửa."


class UnknownFeeChoice(DeskError):
    sentence = "Thủ tục {code} không có trường hợp thu “{choice}”; hãy chọn một trong: {known}."


class UnknownExemption(DeskError):
    sentence = "Thủ tục {code} không có diện miễn “{exemption}”; hãy chọn một trong: {known}."


class FeeCountBelowOne(DeskError):
    sentence = "Số trang, số bản và số trường hợp phải từ 1 trở lên; hãy nhập lại."


class PaymentNotOwed(DeskError):
    sentence = (
        "Số tiền {amount} không khớp: số còn phải thu là {remaining}. "
        "Hãy gõ lại; mức thu của hồ sơ sai thì sửa hồ sơ trước."
    )


class FeeReceiptUnclear(DeskError):
    sentence = "Biên lai chưa rõ: {fault}; hãy chép đúng mẫu số, ký hiệu và số như trên biên lai."


class AccountUnclear(DeskError):
    sentence = "Tài khoản nhận tiền chưa đúng: {fault}; hãy kiểm tra lại với ngân hàng."


class QrUnclear(DeskError):
    sentence = "Không tạo hoặc đọc được mã VietQR: {fault}."


# --- printing ----------------------------------------------------------------------------------


class NoPrinter(DeskError):
    sentence = "Chưa có máy in; hồ sơ đã lưu, hãy chọn máy in rồi in lại ở mục Hồ sơ (F3)."


class PrintFailed(DeskError):
    sentence = "Máy in “{printer}” không nhận lệnh; hồ sơ đã lưu, hãy kiểm tra máy in rồi in lại."


class ExportNotWritten(DeskError):
    sentence = "Không ghi được tệp {path}; hãy đóng tệp nếu đang mở, hoặc chọn nơi lưu khác."


class NoSuchSlip(DeskError):
    sentence = "Hồ sơ {case_code} không có giấy này; hãy xem lại quá trình của hồ sơ."


class MissingGlyph(DeskError):
    sentence = "Phông chữ không có ký tự “{glyph}” (trong “{text}”); hãy sửa lại ký tự này rồi in."


# --- the end of a day --------------------------------------------------------------------------


class DayAlreadyClosed(DeskError):
    sentence = "Ngày {day} đã khóa sổ lúc {time} và từ đó chưa có việc gì mới; không cần khóa lại."


class DayNotBegun(DeskError):
    sentence = "Ngày {day} chưa tới nên chưa khóa sổ được; hãy xem lại ngày."


class NoSuchDaySheet(DeskError):
    sentence = "Chưa có ngày nào khóa sổ nên chưa có biên bản để in; hãy khóa sổ trước."


class CopyPlaceUnchosen(DeskError):
    sentence = "Chưa chọn nơi sao lưu; hãy cắm ổ USB hoặc ổ thứ hai rồi chọn thư mục trên ổ đó."


class CopyPlaceMissing(DeskError):
    sentence = "Không thấy nơi sao lưu {place}; hãy cắm lại ổ USB hoặc chọn nơi khác."


class CopyPlaceFull(DeskError):
    sentence = "Nơi sao lưu {place} không đủ chỗ; hãy xóa bớt tệp ở đó hoặc chọn ổ khác. Dữ liệu của quầy vẫn nguyên."


class CopyNotWritten(DeskError):
    sentence = "Không ghi được vào {place}; hãy kiểm tra ổ có bị khóa ghi hay bị rút ra không, rồi làm lại."


class CopyNotWhole(DeskError):
    sentence = "Bản sao vừa ghi đọc lại không đúng với kho nên đã bỏ; hãy dùng ổ khác và báo cán bộ tin học."


class CopyBesideStore(DeskError):
    sentence = "{place} nằm trong thư mục dữ liệu của quầy; hãy chọn ổ USB hoặc ổ thứ hai."


# --- scans -------------------------------------------------------------------------------------


class ScanUnreadable(DeskError):
    sentence = "Không đọc được tệp này; hãy quét lại hoặc chọn tệp PDF, JPEG, PNG, TIFF khác."


class ScanTooLarge(DeskError):
    """`most` says how much is taken."""

    sentence = (
        "Tệp quá lớn (mỗi bản quét nhiều nhất {most}); hãy quét lại ở 200 dpi hoặc chia thành nhiều tệp."
    )


class ScanFileUnreadable(DeskError):
    sentence = "Không mở được tệp đã chọn; hãy kiểm tra tệp, thẻ nhớ hoặc máy quét rồi chọn lại."


class ScanAttachedAlready(DeskError):
    sentence = "Bản quét này đã có trong hồ sơ {case_code}; hãy chọn tệp khác."


class TooManyScans(DeskError):
    sentence = "Hồ sơ {case_code} đã có {most} bản quét; hãy gỡ bớt hoặc gộp các trang vào một tệp."


class NoSuchScan(DeskError):
    sentence = "Hồ sơ {case_code} không có bản quét này; hãy mở lại trang hồ sơ."


class ScanNotHere(DeskError):
    sentence = "Bản quét đã ở cấp trên, không còn trên máy này; hãy hỏi cấp trên khi cần xem."


class ScanDamaged(DeskError):
    sentence = "Tệp bản quét trên máy này đã hỏng hoặc bị xóa; hãy gỡ ra rồi quét lại từ giấy."


class KeepDaysOutOfRange(DeskError):
    sentence = "Số ngày giữ bản quét phải từ {least} đến {most}; hãy nhập lại."


# --- the superior ------------------------------------------------------------------------------


class LineError(DeskError):
    """The exchange did not succeed; `layer` of the subclass says where it stopped."""

    layer: ClassVar[str] = "line"


class NoLine(LineError):
    layer = "cable"
    sentence = "Máy chưa nối mạng; hồ sơ vẫn được lưu và sẽ gửi khi có mạng."


class WrongAddress(LineError):
    layer = "name"
    sentence = "Địa chỉ máy chủ “{url}” không đúng dạng; hãy chép lại từ phiếu đăng ký."


class NameNotFound(LineError):
    layer = "name"
    sentence = "Không tìm thấy máy chủ {host}; mạng có thể đang mất, hồ sơ vẫn được lưu."


class SuperiorAway(LineError):
    layer = "server"
    sentence = "Máy chủ cấp trên không trả lời; hồ sơ vẫn được lưu và sẽ gửi lại."


class NotReached(SuperiorAway):
    """No connection or no answer came in the time there was: the superior's fault, or the line's before it."""


class SuperiorClosed(SuperiorAway):
    """Its machine is there, and no server on it."""

    sentence = "Máy chủ cấp trên đang tắt hoặc không nhận kết nối; hồ sơ vẫn được lưu và sẽ gửi lại."


class LineCut(LineError):
    layer = "line"
    sentence = "Đường truyền bị ngắt giữa chừng; lần sau gửi tiếp từ chỗ dừng, không trùng, không mất."


class NotTrusted(LineError):
    layer = "tls"
    sentence = "Không xác minh được máy chủ cấp trên; chưa gửi gì, hãy báo cán bộ tin học."


class UnknownAuthority(NotTrusted):
    sentence = (
        "Chưa gửi gì: máy này chưa tin chứng thư của máy chủ cấp trên. Cấp trên có giao tệp chứng thư thì thêm ở F7, "
        "“Máy chủ dùng chứng thư riêng…”; không có thì báo cán bộ tin học."
    )


class CertificateOfAnotherName(NotTrusted):
    sentence = (
        "Chứng thư của máy chủ không phải của địa chỉ {host}; chưa gửi gì, hãy chép lại địa chỉ trên phiếu, "
        "nếu đúng thì báo cán bộ tin học."
    )


class CertificateOfAnotherTime(NotTrusted):
    sentence = (
        "Theo đồng hồ máy này, chứng thư của máy chủ cấp trên chưa đến hạn dùng hoặc đã hết hạn; chưa gửi gì, "
        "hãy xem lại ngày giờ của máy, nếu đúng thì báo cán bộ tin học."
    )


class DeskRefused(LineError):
    layer = "login"
    sentence = (
        "Cấp trên không nhận ra quầy này hoặc đã thu hồi đăng ký; hồ sơ vẫn được lưu, "
        "hãy xin cấp trên mã đăng ký mới."
    )


class AuthorityUnreadable(LineError):
    layer = "tls"
    sentence = "Tệp {file} không phải tệp chứng thư đọc được (PEM hoặc DER); hãy xin cán bộ tin học tệp chứng thư gốc."


class AuthorityTooLarge(AuthorityUnreadable):
    sentence = (
        "Tệp {file} quá lớn: chứng thư riêng của một nơi cấp không quá {most} KB; "
        "hãy xin cán bộ tin học tệp chỉ có chứng thư gốc."
    )


class AuthorityHasKey(AuthorityUnreadable):
    sentence = (
        "Tệp {file} có khóa bí mật của máy chủ, không được chép ra ngoài; hãy báo cán bộ tin học "
        "và xin tệp chỉ có chứng thư gốc."
    )


class NotAnAuthority(AuthorityUnreadable):
    sentence = (
        "Chứng thư trong tệp {file} là của riêng một máy chủ, không phải chứng thư gốc của nơi cấp; "
        "hãy xin cán bộ tin học tệp chứng thư gốc."
    )


class AuthorityOfAnotherTime(LineError):
    layer = "tls"
    sentence = (
        "Theo đồng hồ máy này, chứng thư trong tệp {file} không còn hoặc chưa có hiệu lực ({begins} – {ends}); "
        "hãy xem lại ngày giờ của máy, nếu đúng thì xin cán bộ tin học tệp mới."
    )


class CounterFellBack(LineError):
    """A newer state of this desk was there before: exchanging on would be two desks with one name."""

    layer = "login"
    sentence = (
        "Cấp trên đã gặp máy này ở trạng thái mới hơn: đĩa đã được khôi phục hoặc sao chép; "
        "đã dừng gửi, hãy báo cán bộ tin học."
    )


class ExchangeOvertaken(LineError):
    """Two exchanges of one desk at once: the later one came first, and the superior takes no older request after it."""

    sentence = "Một lần gửi khác của chính máy này vừa chen vào; hồ sơ vẫn được lưu, hãy gửi lại."


class StrangeAnswer(LineError):
    layer = "data"
    sentence = "Máy chủ trả lời sai quy cách; chưa coi là đã nhận, hãy thử lại hoặc báo cấp trên."


class Forked(LineError):
    layer = "data"
    sentence = "Nhật ký của quầy khác với bản ở cấp trên; đã dừng gửi, hãy báo cán bộ tin học."


class HasLog(LineError):
    """The superior holds a log of this desk, and it is not ours: a new machine in place of a burnt one."""

    layer = "login"
    sentence = (
        "Cấp trên đang giữ nhật ký cũ của quầy này; nếu đây là máy mới thay máy hỏng, hãy xin mã khôi phục "
        "và chọn “Máy mới thay máy hỏng” khi thiết lập."
    )


class WrongSheet(DeskError):
    sentence = "32 ký tự không phải của tờ khôi phục quầy này; hãy đọc lại tờ trong két, từng nhóm bốn ký tự."


class OtherPassphraseThen(DeskError):
    """What an unfinished recovery keeps for its code is opened by its own passphrase only."""

    sentence = (
        "Lần khôi phục trước bằng mã này chưa xong; hãy gõ tên đăng nhập và mật khẩu đúng như lần đó, "
        "hoặc xin cấp trên phiếu khôi phục mới."
    )


class StrangeDesk(DeskError):
    sentence = "“{text}” không phải tên quầy; hãy gõ như trên phiếu khôi phục, ví dụ H56.22.17/1."


class SuperiorBehind(LineError):
    layer = "data"
    sentence = "Cấp trên đang thiếu một phần nhật ký đã nhận; hãy bấm gửi lại để gửi bù."


class HalfGone(LineError):
    layer = "data"
    sentence = "Cấp trên không còn giữ phần đầu của khối đang gửi dở; hãy bấm gửi lại để gửi cả khối."


class NotSendable(LineError):
    layer = "data"
    sentence = "Sự kiện {seq} của nhật ký quá lớn hoặc sai dạng nên không gửi được; hãy báo cán bộ tin học."


class BudgetSpent(LineError):
    layer = "budget"
    sentence = (
        "Đã dùng {used} trong định mức {most} một ngày của đường truyền; phần còn lại gửi ngày mai, "
        "hoặc nâng định mức rồi gửi lại."
    )


class NotAFrame(DeskError):
    sentence = "Tệp {path} không phải khung dữ liệu của Quầy Một Cửa; hãy chọn đúng tệp."


class NotEnrolled(LineError):
    layer = "login"
    sentence = "Quầy chưa đăng ký với cấp trên; hãy nhập phiếu đăng ký ở mục Đồng bộ (F7)."


class StrangeAddress(DeskError):
    sentence = "“{text}” không phải địa chỉ máy chủ; hãy gõ như trên phiếu đăng ký, bắt đầu bằng https://"


class WrongEnrolmentCode(LineError):
    layer = "login"
    sentence = "Mã đăng ký sai hoặc đã hết hạn; hãy xin cấp trên phiếu mới."


# --- the stick ---------------------------------------------------------------------------------


class NoStick(DeskError):
    sentence = "Không thấy {path}; hãy cắm USB vào máy rồi chọn lại."


class StickPulled(DeskError):
    sentence = "USB bị rút hoặc hỏng khi đang chép; không mất gì, hồ sơ vẫn ở quầy, hãy cắm lại rồi chép lại."


class StickFull(DeskError):
    sentence = "USB không đủ chỗ (cần {needed} KB); hãy xóa bớt tệp trên USB rồi chép lại."


class StickLocked(DeskError):
    sentence = "USB không cho ghi; hãy gạt khóa chống ghi trên USB hoặc dùng USB khác."


class StickBad(DeskError):
    sentence = "Đọc lại từ USB thì khác với dữ liệu đã ghi: USB hỏng; hồ sơ vẫn ở quầy, hãy dùng USB khác."


class CopyStopped(DeskError):
    sentence = "Đã dừng chép ra USB; trên USB không có tệp mới, hồ sơ vẫn ở quầy."


class NothingToCopy(DeskError):
    sentence = "Cấp trên đã nhận đủ; không có gì cần chép ra USB."


class TooMuchToCopy(DeskError):
    sentence = "Dữ liệu chờ gửi quá nhiều cho một tệp USB; hãy báo cán bộ tin học."


class NotAnAnswer(DeskError):
    sentence = (
        "Tệp {file} không phải tệp xác nhận của cấp trên (hoặc do bản mới hơn ghi); hãy chọn đúng tệp .qmc."
    )


class AnswerCut(DeskError):
    sentence = "Tệp xác nhận {file} bị cắt giữa chừng; chưa thay đổi gì, hãy xin cấp trên chép lại."


class AnswerChanged(DeskError):
    sentence = "Tệp xác nhận {file} đã hỏng hoặc bị sửa; chưa thay đổi gì, hãy xin cấp trên chép lại."


class OurOwnParcel(DeskError):
    sentence = "Tệp {file} là tệp của quầy gửi đi, không phải tệp xác nhận; hãy đưa tệp này cho cấp trên."


class AnswerForOther(DeskError):
    sentence = "Tệp xác nhận {file} là của quầy {desk}; hãy chuyển tệp này cho quầy đó."


class AnswerFromOther(DeskError):
    sentence = (
        "Tệp {file} do máy chủ khác ghi, hoặc ghi trước khi quầy đăng ký lại; hãy chép lại ra USB và gửi lại."
    )


class AnswerToOther(DeskError):
    """It answers a counter that this store never gave: a copy or an older state of this desk."""

    sentence = (
        "Tệp xác nhận {file} trả lời một lần chép mà máy này chưa từng làm: đĩa đã được khôi phục hoặc sao chép; "
        "chưa thay đổi gì, hãy báo cán bộ tin học."
    )


# --- news of the superior ---------------------------------------------------------------------


class BadNews(DeskError):
    """`field` is the protocol's name of what is wrong."""

    sentence = "Tin của cấp trên sai ở mục “{field}” nên không dùng; hãy báo cấp trên."


class NewsOfUnknownCase(DeskError):
    sentence = "Cấp trên báo về hồ sơ {case_code} mà quầy này không có; hãy báo cấp trên."


class NewsOfEndedCase(DeskError):
    sentence = "Cấp trên báo về hồ sơ {case_code} đã kết thúc ở quầy; hãy mở hồ sơ và đối chiếu với cấp trên."


class NewsCodeTaken(DeskError):
    sentence = (
        "Mã {superior_code} cấp trên báo cho hồ sơ {case_code} đã thuộc hồ sơ {other}; hãy báo cấp trên."
    )


class NewKeyNotProven(DeskError):
    sentence = "Khóa mới của cấp trên không do khóa cũ ký nên không dùng; hãy báo cán bộ tin học."


class VersionTaken(DeskError):
    sentence = (
        "Bản {version} cấp trên công bố khác bản cùng số trên máy; vẫn dùng bản trên máy, hãy báo cấp trên."
    )


class ThingNotUsable(DeskError):
    """`why` is what the file's reader says, a sentence or a word."""

    sentence = "Bản {version} cấp trên công bố không dùng được ({why}); vẫn dùng bản cũ và sẽ tải lại."


class ThingGone(LineError):
    layer = "data"
    sentence = "Cấp trên không còn tệp đã công bố; sẽ hỏi lại lần sau."

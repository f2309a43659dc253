"""What the applicant's card lets choose between."""

from __future__ import annotations

from desk_app.domain.applicant import ApplicantKind, IdentityCheck, IdKind, SubmitterRole
from desk_app.domain.case import ReturnMethod
from desk_app.domain.fee import Channel
from desk_app.domain.words import Words

KINDS = (
    (ApplicantKind.PERSON, Words("Công dân")),
    (ApplicantKind.BUSINESS, Words("Hộ KD, doanh nghiệp")),
    (ApplicantKind.AGENCY, Words("Cơ quan")),
    (ApplicantKind.OTHER, Words("Khác")),
)
ID_KINDS = (
    (IdKind.PERSONAL, Words("Định danh 12 số")),
    (IdKind.OLD, Words("CMND 9 số")),
    (IdKind.PASSPORT, Words("Hộ chiếu")),
    (IdKind.TAX, Words("MST, mã cơ quan")),
    (IdKind.NONE, Words("Chưa có giấy tờ")),
)
ROLES = (
    (SubmitterRole.SELF, Words("Tự nộp")),
    (SubmitterRole.AUTHORISED, Words("Nộp thay theo ủy quyền")),
    (SubmitterRole.REPRESENTATIVE, Words("Đại diện theo pháp luật")),
)
CHECKS = (
    (IdentityCheck.LATER, Words("Chưa xác thực")),
    (IdentityCheck.VNEID, Words("Qua VNeID")),
    (IdentityCheck.CARD_READER, Words("Qua đầu đọc thẻ")),
    (IdentityCheck.BY_EYE, Words("Đối chiếu giấy tờ")),
)
CHANNELS = (
    (Channel.DESK, Words("Tại quầy")),
    (Channel.POST, Words("Qua bưu chính")),
    (Channel.ONLINE, Words("Trực tuyến")),
)
RETURNS = ((ReturnMethod.DESK, Words("Tại quầy")), (ReturnMethod.POST, Words("Qua bưu chính")))
USUAL_ID = {  # what number an applicant of a kind most often has
    ApplicantKind.PERSON: IdKind.PERSONAL,
    ApplicantKind.BUSINESS: IdKind.TAX,
    ApplicantKind.AGENCY: IdKind.TAX,
    ApplicantKind.OTHER: IdKind.NONE,
}

"""What the fields of a catalogue entry are called on screen, in the order in which they are told."""

from __future__ import annotations

NAMES = {
    "name": "Tên thủ tục",
    "field": "Lĩnh vực",
    "field_code": "Mã lĩnh vực",
    "level": "Cấp thực hiện",
    "processing_time": "Thời hạn giải quyết",
    "commitments": "Thời hạn sau cắt giảm",
    "fee": "Phí, lệ phí",
    "documents": "Thành phần hồ sơ",
    "steps": "Quy trình nội bộ",
    "result": "Kết quả",
    "legal_basis": "Căn cứ pháp lý",
    "place": "Địa điểm thực hiện",
    "method": "Cách thức thực hiện",
    "online_level": "Mức độ dịch vụ công",
    "status": "Tình trạng",
    "replaced_by": "Thay thế bằng",
    "effective_from": "Có hiệu lực từ",
    "effective_to": "Áp dụng đến hết",
    "decision": "Quyết định công bố",
    "code_suffix": "Phần đuôi của mã",
    "note": "Ghi chú",
    "common": "Hay dùng",
    "at_once": "Giải quyết ngay",
}

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="vi">
  <context>
    <name>AccountCard</name>
    <message>
      <source>Bỏ tài khoản</source>
      <translation>Remove the account</translation>
    </message>
    <message>
      <source>Chưa có tài khoản: giấy in ra không có mã VietQR.</source>
      <translation>No account: papers carry no VietQR.</translation>
    </message>
    <message>
      <source>Giấy tiếp nhận và thông báo nộp tiền có mã VietQR về tài khoản này.</source>
      <translation>Receipts and payment notices carry a VietQR to this account.</translation>
    </message>
    <message>
      <source>Lưu tài khoản</source>
      <translation>Keep the account</translation>
    </message>
    <message>
      <source>Mã ngân hàng (BIN)</source>
      <translation>Bank code (BIN)</translation>
    </message>
    <message>
      <source>Số tài khoản</source>
      <translation>Account number</translation>
    </message>
    <message>
      <source>Tài khoản nhận phí, lệ phí (VietQR)</source>
      <translation>Account for fees (VietQR)</translation>
    </message>
    <message>
      <source>Tên tài khoản</source>
      <translation>Account holder</translation>
    </message>
  </context>
  <context>
    <name>ActBar</name>
    <message>
      <source>Hồ sơ {code} đã hẹn lại một lần; hãy trả kết quả sớm nhất.</source>
      <translation>Case {code} has had its one new date; give the result as soon as you can.</translation>
    </message>
    <message>
      <source>In danh sách   Ctrl+P</source>
      <translation>Print the list   Ctrl+P</translation>
    </message>
    <message>
      <source>In thư xin lỗi   I</source>
      <translation>Print apologies   I</translation>
    </message>
    <message>
      <source>Mở hồ sơ   Enter</source>
      <translation>Open the case   Enter</translation>
    </message>
    <message>
      <source>Xuất Excel   Ctrl+E</source>
      <translation>Export to Excel   Ctrl+E</translation>
    </message>
  </context>
  <context>
    <name>ActForm</name>
    <message>
      <source>ngày/tháng/năm</source>
      <translation>day/month/year</translation>
    </message>
  </context>
  <context>
    <name>ActPanel</name>
    <message>
      <source>Quay lại</source>
      <translation>Back</translation>
    </message>
    <message>
      <source>{act}, in giấy</source>
      <translation>{act}, print the paper</translation>
    </message>
    <message>
      <source>{paper} – XEM TRƯỚC</source>
      <translation>{paper} – PREVIEW</translation>
    </message>
  </context>
  <context>
    <name>AnswerCard</name>
    <message>
      <source>Chưa có. Khi cắm USB mang về, tệp xác nhận tự hiện ở đây.</source>
      <translation>None yet. Plug in the stick that came back, and its acknowledgement appears here.</translation>
    </message>
    <message>
      <source>Có tệp xác nhận mới: {name}</source>
      <translation>A new acknowledgement: {name}</translation>
    </message>
    <message>
      <source>Xác nhận mang về từ cấp trên</source>
      <translation>Acknowledgement from the superior</translation>
    </message>
    <message>
      <source>Đọc xác nhận</source>
      <translation>Read acknowledgement</translation>
    </message>
  </context>
  <context>
    <name>ApplicantCard</name>
    <message>
      <source>1 · NGƯỜI NỘP</source>
      <translation>1 · APPLICANT</translation>
    </message>
    <message>
      <source>Email (nếu có)</source>
      <translation>E-mail (if any)</translation>
    </message>
    <message>
      <source>Giới tính</source>
      <translation>Sex</translation>
    </message>
    <message>
      <source>Họ tên người nộp thay</source>
      <translation>Submitter's name</translation>
    </message>
    <message>
      <source>Họ và tên, tên tổ chức</source>
      <translation>Full name, or name of the organisation</translation>
    </message>
    <message>
      <source>Loại giấy tờ</source>
      <translation>Kind of ID</translation>
    </message>
    <message>
      <source>Ngày sinh</source>
      <translation>Born</translation>
    </message>
    <message>
      <source>Người nộp</source>
      <translation>Submitter</translation>
    </message>
    <message>
      <source>Nhận kết quả</source>
      <translation>Result goes</translation>
    </message>
    <message>
      <source>Nơi cư trú, địa chỉ</source>
      <translation>Residence, address</translation>
    </message>
    <message>
      <source>Số giấy tờ</source>
      <translation>ID number</translation>
    </message>
    <message>
      <source>Số giấy tờ người nộp thay</source>
      <translation>Submitter's ID</translation>
    </message>
    <message>
      <source>Xác thực danh tính</source>
      <translation>Identity check</translation>
    </message>
    <message>
      <source>ngày/tháng/năm</source>
      <translation>day/month/year</translation>
    </message>
    <message>
      <source>Điện thoại</source>
      <translation>Telephone</translation>
    </message>
    <message>
      <source>Địa chỉ nhận kết quả</source>
      <translation>Address for the result</translation>
    </message>
    <message>
      <source>Đối tượng</source>
      <translation>Applicant is</translation>
    </message>
  </context>
  <context>
    <name>AskedPapers</name>
    <message>
      <source>Giấy tờ cần bổ sung (phím cách để chọn)</source>
      <translation>Papers to complete (Space ticks)</translation>
    </message>
    <message>
      <source>Giấy tờ khác</source>
      <translation>Another paper</translation>
    </message>
    <message>
      <source>gõ tên rồi Enter</source>
      <translation>type its name, then Enter</translation>
    </message>
  </context>
  <context>
    <name>AuthorityCard</name>
    <message>
      <source>Chọn tệp chứng thư gốc mà cấp trên giao</source>
      <translation>Choose the authority's certificate from the superior</translation>
    </message>
    <message>
      <source>Chọn tệp khác…</source>
      <translation>Choose another file…</translation>
    </message>
    <message>
      <source>Chứng thư</source>
      <translation>Certificates</translation>
    </message>
    <message>
      <source>Chứng thư riêng của máy chủ</source>
      <translation>The server's own authority</translation>
    </message>
    <message>
      <source>Gọi cho cán bộ tin học của cấp trên và so dãy SHA-256 dưới đây; giống nhau mới dùng. Từ đó máy này tin máy chủ cấp trên có chứng thư do nơi này cấp.</source>
      <translation>Call the superior's IT officer and compare the SHA-256 below; use it only if both are the same. From then on this PC trusts a superior's server whose certificate this authority issued.</translation>
    </message>
    <message>
      <source>Hạn dùng: {begins} – {ends}</source>
      <translation>Valid: {begins} – {ends}</translation>
    </message>
    <message>
      <source>Mọi tệp</source>
      <translation>All files</translation>
    </message>
    <message>
      <source>Nơi cấp: {name}</source>
      <translation>Issued by: {name}</translation>
    </message>
    <message>
      <source>Thôi</source>
      <translation>Cancel</translation>
    </message>
    <message>
      <source>Xem</source>
      <translation>Look</translation>
    </message>
    <message>
      <source>chính nó (chứng thư gốc)</source>
      <translation>itself (a root)</translation>
    </message>
    <message>
      <source>không dùng được hôm nay</source>
      <translation>cannot be used today</translation>
    </message>
    <message>
      <source>Đã so, dùng chứng thư này</source>
      <translation>Compared: use this certificate</translation>
    </message>
  </context>
  <context>
    <name>AuthorityLine</name>
    <message>
      <source>Máy chủ dùng chứng thư riêng…</source>
      <translation>The server has an authority of its own…</translation>
    </message>
    <message>
      <source>Đang tin: {name}, đã hết hạn {day}; hãy xin tệp mới.</source>
      <translation>Trusted: {name}, expired on {day}; ask for a new file.</translation>
    </message>
    <message>
      <source>Đang tin: {name}, đến {day}.</source>
      <translation>Trusted: {name}, until {day}.</translation>
    </message>
  </context>
  <context>
    <name>BottomBar</name>
    <message>
      <source>Chọn máy in</source>
      <translation>Choose a printer</translation>
    </message>
    <message>
      <source>Không thấy máy in nào</source>
      <translation>No printer found</translation>
    </message>
    <message>
      <source>Máy in: {name}</source>
      <translation>Printer: {name}</translation>
    </message>
    <message>
      <source>chưa chọn</source>
      <translation>none chosen</translation>
    </message>
  </context>
  <context>
    <name>Bundle</name>
    <message numerus="yes">
      <source>Đã in chung {n} giấy tiếp nhận.</source>
      <translation>
        <numerusform>{n} receipt printed.</numerusform>
        <numerusform>{n} receipts printed in one job.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>BundleLine</name>
    <message>
      <source>Giữ người nộp, nhận tiếp thủ tục khác  Ctrl+K</source>
      <translation>Keep the applicant for another case  Ctrl+K</translation>
    </message>
    <message>
      <source>In chung và xong  Ctrl+P</source>
      <translation>Print all and finish  Ctrl+P</translation>
    </message>
    <message numerus="yes">
      <source>Đã nhận {n} hồ sơ: {codes}</source>
      <translation>
        <numerusform>{n} case received: {codes}</numerusform>
        <numerusform>{n} cases received: {codes}</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>CancelFeeForm</name>
    <message>
      <source>Khoản thu</source>
      <translation>Collection</translation>
    </message>
    <message>
      <source>Lý do hủy</source>
      <translation>Why it is cancelled</translation>
    </message>
  </context>
  <context>
    <name>CaseScreen</name>
    <message>
      <source>Giấy đã lưu thành tệp, chưa in ra giấy.</source>
      <translation>The receipt was saved as a file, not printed on paper.</translation>
    </message>
    <message>
      <source>Về danh sách</source>
      <translation>Back to the list</translation>
    </message>
    <message>
      <source>Đã ghi nhận kết quả của {code}.</source>
      <translation>The result of {code} is recorded.</translation>
    </message>
  </context>
  <context>
    <name>CasesModel</name>
    <message>
      <source>Chủ hồ sơ</source>
      <translation>Applicant</translation>
    </message>
    <message>
      <source>Cấp trên</source>
      <translation>Superior</translation>
    </message>
    <message>
      <source>Hẹn trả</source>
      <translation>Due</translation>
    </message>
    <message>
      <source>Mã hồ sơ</source>
      <translation>Case code</translation>
    </message>
    <message>
      <source>Quá hạn</source>
      <translation>Overdue</translation>
    </message>
    <message>
      <source>Số giấy tờ</source>
      <translation>ID number</translation>
    </message>
    <message>
      <source>Thủ tục</source>
      <translation>Procedure</translation>
    </message>
    <message>
      <source>Trạng thái</source>
      <translation>State</translation>
    </message>
    <message>
      <source>hôm nay</source>
      <translation>today</translation>
    </message>
    <message>
      <source>trả lại</source>
      <translation>returned</translation>
    </message>
    <message>
      <source>trả ngay</source>
      <translation>at once</translation>
    </message>
    <message>
      <source>đã nhận</source>
      <translation>received</translation>
    </message>
  </context>
  <context>
    <name>CasesScreen</name>
    <message>
      <source>Chưa có hồ sơ. Bấm F2 để tiếp nhận hồ sơ đầu tiên.</source>
      <translation>No cases yet. Press F2 to receive the first one.</translation>
    </message>
    <message>
      <source>Danh sách hồ sơ</source>
      <translation>List of cases</translation>
    </message>
    <message>
      <source>Hẹn trả</source>
      <translation>Due</translation>
    </message>
    <message>
      <source>Không có hồ sơ nào khớp. Hãy thử ít chữ hơn, hoặc bỏ bớt điều kiện lọc.</source>
      <translation>No case matches. Try fewer letters, or drop a filter.</translation>
    </message>
    <message>
      <source>Mọi hạn trả</source>
      <translation>Due at any time</translation>
    </message>
    <message>
      <source>Mọi trạng thái</source>
      <translation>Every state</translation>
    </message>
    <message>
      <source>Quá hạn</source>
      <translation>Overdue</translation>
    </message>
    <message>
      <source>Trạng thái</source>
      <translation>State</translation>
    </message>
    <message>
      <source>Tên (không dấu cũng được), số giấy tờ, mã hồ sơ hoặc đuôi mã</source>
      <translation>Name (marks may be left off), ID number, case code or its end</translation>
    </message>
    <message>
      <source>Tìm hồ sơ</source>
      <translation>Find a case</translation>
    </message>
    <message numerus="yes">
      <source>{n} hồ sơ</source>
      <translation>
        <numerusform>{n} case</numerusform>
        <numerusform>{n} cases</numerusform>
      </translation>
    </message>
    <message>
      <source>Đến hạn hôm nay</source>
      <translation>Due today</translation>
    </message>
  </context>
  <context>
    <name>CatalogueScreen</name>
    <message>
      <source>In niêm yết cả lĩnh vực   Ctrl+N</source>
      <translation>Print the posting   Ctrl+N</translation>
    </message>
    <message>
      <source>In phiếu hướng dẫn   Ctrl+P</source>
      <translation>Print the guidance   Ctrl+P</translation>
    </message>
    <message>
      <source>Không có thủ tục nào khớp; hãy thử ít chữ hơn, hoặc gõ mã.</source>
      <translation>No procedure fits; try fewer letters, or type the code.</translation>
    </message>
    <message>
      <source>Ngày nghỉ, tài khoản, mẫu giấy   Ctrl+K</source>
      <translation>Days, account, forms   Ctrl+K</translation>
    </message>
    <message>
      <source>Sửa mức của xã   Ctrl+E</source>
      <translation>Edit the commune's own   Ctrl+E</translation>
    </message>
    <message>
      <source>Thủ tục</source>
      <translation>Procedure</translation>
    </message>
    <message>
      <source>Tên, mã hoặc chữ đầu: khai sinh, 1.001193, dkks</source>
      <translation>Name, code, initials: 1.001193, dkks</translation>
    </message>
    <message>
      <source>Tìm thủ tục</source>
      <translation>Find a procedure</translation>
    </message>
    <message numerus="yes">
      <source>Đã in niêm yết {n} thủ tục.</source>
      <translation>
        <numerusform>A posting of {n} procedure was printed.</numerusform>
        <numerusform>A posting of {n} procedures was printed.</numerusform>
      </translation>
    </message>
    <message>
      <source>Đã in phiếu hướng dẫn.</source>
      <translation>The guidance sheet was printed.</translation>
    </message>
    <message>
      <source>Đã lưu mức của xã cho {code}; hồ sơ mới theo mức này.</source>
      <translation>The commune's own for {code} is kept; new cases go by it.</translation>
    </message>
  </context>
  <context>
    <name>ChannelBox</name>
    <message>
      <source>Hình thức nộp</source>
      <translation>How submitted</translation>
    </message>
    <message>
      <source>Mã hồ sơ trên Cổng (nếu đã có)</source>
      <translation>Code on the portal (if it has one)</translation>
    </message>
    <message>
      <source>Mã đơn vị giải quyết</source>
      <translation>Code of the deciding agency</translation>
    </message>
    <message>
      <source>Nộp trên Cổng ngày</source>
      <translation>Filed on the portal on</translation>
    </message>
    <message>
      <source>Tên đơn vị</source>
      <translation>Its name</translation>
    </message>
    <message>
      <source>lúc</source>
      <translation>at</translation>
    </message>
    <message>
      <source>ngày/tháng/năm</source>
      <translation>day/month/year</translation>
    </message>
  </context>
  <context>
    <name>ClearedForm</name>
    <message>
      <source>Hoàn tác</source>
      <translation>Undo</translation>
    </message>
    <message>
      <source>Đã xóa biểu mẫu.</source>
      <translation>The form was cleared.</translation>
    </message>
  </context>
  <context>
    <name>CollectFeeForm</name>
    <message>
      <source>Miễn, giảm (chọn hoặc gõ lý do)</source>
      <translation>Exemption (choose, or type why)</translation>
    </message>
  </context>
  <context>
    <name>CompareCard</name>
    <message>
      <source>7 ngày</source>
      <translation>7 days</translation>
    </message>
    <message>
      <source>Bị trả lại</source>
      <translation>Sent back</translation>
    </message>
    <message>
      <source>Còn chênh</source>
      <translation>Differs</translation>
    </message>
    <message>
      <source>Có kết quả</source>
      <translation>Result recorded</translation>
    </message>
    <message>
      <source>Cấp trên</source>
      <translation>Superior</translation>
    </message>
    <message>
      <source>Hôm nay</source>
      <translation>Today</translation>
    </message>
    <message>
      <source>In bảng kê đối soát hôm nay</source>
      <translation>Print today's reconciliation sheet</translation>
    </message>
    <message>
      <source>Quầy</source>
      <translation>Desk</translation>
    </message>
    <message>
      <source>Quầy đã làm và cấp trên đã nhận</source>
      <translation>Done at the desk, held by the superior</translation>
    </message>
    <message>
      <source>Tháng này</source>
      <translation>This month</translation>
    </message>
    <message>
      <source>Tiếp nhận</source>
      <translation>Receive</translation>
    </message>
    <message>
      <source>Trả kết quả</source>
      <translation>Hand over</translation>
    </message>
  </context>
  <context>
    <name>ComponentTable</name>
    <message>
      <source>Thành phần hồ sơ</source>
      <translation>Papers of the case</translation>
    </message>
  </context>
  <context>
    <name>CorrectForm</name>
    <message>
      <source>Email (nếu có)</source>
      <translation>E-mail (if any)</translation>
    </message>
    <message>
      <source>Giới tính</source>
      <translation>Sex</translation>
    </message>
    <message>
      <source>Giờ nhận ghi trên giấy</source>
      <translation>Hour of receipt on the paper</translation>
    </message>
    <message>
      <source>Hình thức nộp</source>
      <translation>How submitted</translation>
    </message>
    <message>
      <source>Họ tên người nộp thay</source>
      <translation>Submitter's name</translation>
    </message>
    <message>
      <source>Họ và tên, tên tổ chức</source>
      <translation>Full name, or name of the organisation</translation>
    </message>
    <message>
      <source>Loại giấy tờ</source>
      <translation>Kind of ID</translation>
    </message>
    <message>
      <source>Lý do sửa</source>
      <translation>Why it is corrected</translation>
    </message>
    <message>
      <source>Ngày sinh</source>
      <translation>Born</translation>
    </message>
    <message>
      <source>Người nộp</source>
      <translation>Submitter</translation>
    </message>
    <message>
      <source>Nhận kết quả</source>
      <translation>Result goes</translation>
    </message>
    <message>
      <source>Nơi cư trú, địa chỉ</source>
      <translation>Residence, address</translation>
    </message>
    <message>
      <source>Phí, lệ phí (đồng)</source>
      <translation>Fees (đồng)</translation>
    </message>
    <message>
      <source>Số bộ hồ sơ</source>
      <translation>Number of sets</translation>
    </message>
    <message>
      <source>Số giấy tờ</source>
      <translation>ID number</translation>
    </message>
    <message>
      <source>Số giấy tờ người nộp thay</source>
      <translation>Submitter's ID</translation>
    </message>
    <message>
      <source>Thời hạn giải quyết</source>
      <translation>Processing time</translation>
    </message>
    <message>
      <source>Điện thoại</source>
      <translation>Telephone</translation>
    </message>
    <message>
      <source>Địa chỉ nhận kết quả</source>
      <translation>Address for the result</translation>
    </message>
  </context>
  <context>
    <name>CountLine</name>
    <message>
      <source>Nhiều bản chính khác nhau: gõ số trang từng bản, ví dụ 2+5+1</source>
      <translation>Several different originals: type the pages of each, such as 2+5+1</translation>
    </message>
  </context>
  <context>
    <name>DayEndScreen</name>
    <message>
      <source>Chưa có việc nào khác trong ngày.</source>
      <translation>Nothing else was done today.</translation>
    </message>
    <message>
      <source>Chưa xong: {names}. F9: vẫn khóa sổ · Esc: để sau, ra về lúc nào cũng được.</source>
      <translation>Not done: {names}. F9: close all the same · Esc: later; you may go home at any time.</translation>
    </message>
    <message>
      <source>Hãy đếm tiền mặt rồi gõ vào; bấm F9 lần nữa để kết thúc ngày mà không đếm.</source>
      <translation>Please count the cash and type it in; press F9 again to end the day without counting.</translation>
    </message>
    <message>
      <source>Hôm nay chưa tiếp nhận hồ sơ nào.</source>
      <translation>No case was received today.</translation>
    </message>
    <message>
      <source>Hồ sơ tiếp nhận hôm nay</source>
      <translation>Cases received today</translation>
    </message>
    <message>
      <source>Khóa sổ bổ sung lần {n}, ngày {day}</source>
      <translation>Close {day} again: addition {n}</translation>
    </message>
    <message>
      <source>Khóa sổ ngày {day}</source>
      <translation>Close {day}</translation>
    </message>
    <message>
      <source>Kết thúc ngày</source>
      <translation>End the day</translation>
    </message>
    <message>
      <source>Kết thúc ngày làm việc</source>
      <translation>End of the day</translation>
    </message>
    <message>
      <source>Kết thúc ngày mà không đếm tiền mặt.</source>
      <translation>Ending the day without counting the cash.</translation>
    </message>
    <message>
      <source>Sao lưu ra USB hoặc ổ thứ hai</source>
      <translation>Back up to USB or a second drive</translation>
    </message>
    <message>
      <source>Sao lưu ra {place}</source>
      <translation>Back up to {place}</translation>
    </message>
    <message>
      <source>Tiền mặt đếm được, không kể tiền lẻ đầu ngày</source>
      <translation>Cash counted, without the morning's change</translation>
    </message>
    <message>
      <source>Vẫn khóa sổ</source>
      <translation>Close all the same</translation>
    </message>
    <message>
      <source>bản gần nhất: {at}</source>
      <translation>newest copy: {at}</translation>
    </message>
    <message>
      <source>theo sổ: {amount}</source>
      <translation>by the log: {amount}</translation>
    </message>
    <message>
      <source>Đã in biên bản khóa sổ.</source>
      <translation>The closing sheet was printed.</translation>
    </message>
    <message>
      <source>Đã khóa sổ ngày {day}.</source>
      <translation>{day} is closed.</translation>
    </message>
    <message>
      <source>Đã khóa sổ. Hồ sơ nhận sau đó vẫn tính cho hôm nay, trong lần khóa sổ bổ sung.</source>
      <translation>The day is closed. Cases received later still count for today, in an additional closing.</translation>
    </message>
    <message>
      <source>đã khóa lúc {time}; từ đó có việc mới, tính vào lần bổ sung</source>
      <translation>closed at {time}; what came since goes into an addition</translation>
    </message>
  </context>
  <context>
    <name>DaysCard</name>
    <message>
      <source>Bị trả lại</source>
      <translation>Sent back</translation>
    </message>
    <message>
      <source>Có kết quả</source>
      <translation>Result recorded</translation>
    </message>
    <message>
      <source>Ngày</source>
      <translation>Day</translation>
    </message>
    <message>
      <source>Tiếp nhận</source>
      <translation>Receive</translation>
    </message>
    <message>
      <source>Trả kết quả</source>
      <translation>Hand over</translation>
    </message>
    <message>
      <source>Từng ngày: quầy đã làm / cấp trên đã nhận</source>
      <translation>Day by day: done at the desk / held by the superior</translation>
    </message>
    <message>
      <source>còn chênh</source>
      <translation>differs</translation>
    </message>
    <message>
      <source>Đối chiếu</source>
      <translation>Compared</translation>
    </message>
    <message>
      <source>✓ khớp</source>
      <translation>✓ agrees</translation>
    </message>
  </context>
  <context>
    <name>DoWithoutForm</name>
    <message>
      <source>Còn thiếu: {paper}</source>
      <translation>Still missing: {paper}</translation>
    </message>
    <message>
      <source>Lý do không cần giấy tờ còn thiếu</source>
      <translation>Why the missing papers are not needed</translation>
    </message>
  </context>
  <context>
    <name>DriveList</name>
    <message>
      <source>Chưa thấy USB nào. Hãy cắm USB vào máy và chờ vài giây.</source>
      <translation>No USB stick is there. Plug one in and wait a few seconds.</translation>
    </message>
    <message>
      <source>Chọn USB</source>
      <translation>Choose a stick</translation>
    </message>
  </context>
  <context>
    <name>DueCard</name>
    <message>
      <source>3 · HẸN TRẢ</source>
      <translation>3 · DUE</translation>
    </message>
    <message>
      <source>Chọn thủ tục để có ngày hẹn</source>
      <translation>Choose a procedure to see the due date</translation>
    </message>
    <message>
      <source>GIẤY TIẾP NHẬN – XEM TRƯỚC</source>
      <translation>RECEIPT – PREVIEW</translation>
    </message>
    <message>
      <source>In giấy tiếp nhận (người dân yêu cầu)</source>
      <translation>Print a receipt (the citizen asks for it)</translation>
    </message>
    <message>
      <source>Tiếp nhận và in</source>
      <translation>Receive and print</translation>
    </message>
    <message>
      <source>Tiếp nhận và trả ngay</source>
      <translation>Receive and settle at once</translation>
    </message>
  </context>
  <context>
    <name>DueModel</name>
    <message>
      <source>Chủ hồ sơ</source>
      <translation>Applicant</translation>
    </message>
    <message>
      <source>Hạn</source>
      <translation>Limit</translation>
    </message>
    <message>
      <source>Mã hồ sơ</source>
      <translation>Case code</translation>
    </message>
    <message>
      <source>Thủ tục</source>
      <translation>Procedure</translation>
    </message>
    <message>
      <source>Việc cần làm</source>
      <translation>To do</translation>
    </message>
    <message>
      <source>Điện thoại</source>
      <translation>Telephone</translation>
    </message>
  </context>
  <context>
    <name>DueSoonScreen</name>
    <message>
      <source>Hồ sơ của nhóm</source>
      <translation>Cases of the group</translation>
    </message>
    <message>
      <source>Không có hồ sơ nào sắp đến hạn, chờ người dân hay chờ trả.</source>
      <translation>No case is due soon, waits for a citizen or lies to be collected.</translation>
    </message>
    <message>
      <source>Nhóm này không có hồ sơ nào.</source>
      <translation>This group has no case.</translation>
    </message>
    <message>
      <source>Quét thẻ ở Tiếp nhận (F2), Hồ sơ (F3) hay Trả kết quả (F4).</source>
      <translation>Scan cards at Receive (F2), Cases (F3) or Hand over (F4).</translation>
    </message>
    <message>
      <source>Đã in danh sách.</source>
      <translation>The list was printed.</translation>
    </message>
  </context>
  <context>
    <name>DuplicateLine</name>
    <message>
      <source>, hẹn {day}</source>
      <translation>, due {day}</translation>
    </message>
    <message>
      <source>Mở  Ctrl+O</source>
      <translation>Open  Ctrl+O</translation>
    </message>
    <message>
      <source>Người này đang có hồ sơ {code} cùng thủ tục ({state}{due}).</source>
      <translation>This person has case {code} under the same procedure ({state}{due}).</translation>
    </message>
  </context>
  <context>
    <name>EditCard</name>
    <message>
      <source>Các bước xử lý, mỗi dòng một bước: việc; ai làm; số phút</source>
      <translation>Steps, one a line: what; who; minutes</translation>
    </message>
    <message>
      <source>Cắt giảm thời hạn (chỉ được ngắn hơn)</source>
      <translation>Shorter times (never longer)</translation>
    </message>
    <message>
      <source>Hồ sơ đã nhận giữ nguyên ngày hẹn và mức thu; chỉ hồ sơ mới theo mức này.</source>
      <translation>Cases received keep their date and fee; only new ones go by this.</translation>
    </message>
    <message>
      <source>Lưu   F9</source>
      <translation>Keep   F9</translation>
    </message>
    <message>
      <source>Mỗi bước ghi: việc; ai làm; số phút (số phút là số nguyên).</source>
      <translation>A step is: what; who; minutes (a whole number).</translation>
    </message>
    <message>
      <source>Mức thu của xã (đồng)</source>
      <translation>The commune's fee (đồng)</translation>
    </message>
    <message>
      <source>Mức thu “{text}” không phải số đồng.</source>
      <translation>“{text}” is no amount in đồng.</translation>
    </message>
    <message>
      <source>Mức và thời hạn của xã</source>
      <translation>The commune's fee and times</translation>
    </message>
    <message>
      <source>Nghị quyết, quyết định (số, ngày)</source>
      <translation>Resolution or decision (number, date)</translation>
    </message>
    <message>
      <source>Thôi   Esc</source>
      <translation>Leave   Esc</translation>
    </message>
    <message>
      <source>Tiếp nhận và trả ngay</source>
      <translation>Receive and hand over</translation>
    </message>
    <message>
      <source>để trống: như danh mục</source>
      <translation>empty: as the catalogue</translation>
    </message>
  </context>
  <context>
    <name>EndingForm</name>
    <message>
      <source>Chức vụ</source>
      <translation>Position</translation>
    </message>
    <message>
      <source>Lý do</source>
      <translation>Reason</translation>
    </message>
    <message>
      <source>Nghĩa vụ tài chính {amount} chưa nộp: không phải nộp nữa.</source>
      <translation>Financial obligation of {amount}, not paid: no longer owed.</translation>
    </message>
    <message>
      <source>Người ký</source>
      <translation>Signed by</translation>
    </message>
    <message>
      <source>Đã nộp {amount}; trả lại hay không theo luật chuyên ngành.</source>
      <translation>{amount} was paid; whether it goes back is for the sector's law.</translation>
    </message>
  </context>
  <context>
    <name>EnrolmentCard</name>
    <message>
      <source>Hãy nhập mã trên phiếu đăng ký.</source>
      <translation>Type the code on the enrolment slip.</translation>
    </message>
    <message>
      <source>Hãy nhập địa chỉ máy chủ trên phiếu đăng ký.</source>
      <translation>Type the server's address on the enrolment slip.</translation>
    </message>
    <message>
      <source>Mã đăng ký</source>
      <translation>Enrolment code</translation>
    </message>
    <message>
      <source>Nhập địa chỉ và mã trên phiếu đăng ký mà cấp trên giao.</source>
      <translation>Type the address and the code on the enrolment slip from the superior.</translation>
    </message>
    <message>
      <source>Thôi</source>
      <translation>Cancel</translation>
    </message>
    <message>
      <source>Đăng ký lại cần phiếu mới của cấp trên; dữ liệu trên máy giữ nguyên.</source>
      <translation>Enrolling again needs a new slip of the superior's; the data on this PC stay as they are.</translation>
    </message>
    <message>
      <source>Đăng ký quầy</source>
      <translation>Desk enrolment</translation>
    </message>
    <message>
      <source>Đăng ký với cấp trên</source>
      <translation>Enrol with the superior</translation>
    </message>
    <message>
      <source>Địa chỉ máy chủ</source>
      <translation>Address of the server</translation>
    </message>
  </context>
  <context>
    <name>ExceptionsModel</name>
    <message>
      <source>Ai làm</source>
      <translation>Who acts</translation>
    </message>
    <message>
      <source>Cấp trên trả lại vì</source>
      <translation>Sent back because</translation>
    </message>
    <message>
      <source>Mã hồ sơ</source>
      <translation>Case code</translation>
    </message>
    <message>
      <source>Việc</source>
      <translation>Act</translation>
    </message>
    <message>
      <source>Việc cần làm</source>
      <translation>To do</translation>
    </message>
  </context>
  <context>
    <name>ExceptionsTable</name>
    <message>
      <source>Hồ sơ cấp trên trả lại</source>
      <translation>Cases that the superior sent back</translation>
    </message>
  </context>
  <context>
    <name>Export</name>
    <message>
      <source>Lưu</source>
      <translation>Save</translation>
    </message>
    <message>
      <source>Xuất Excel: {title}</source>
      <translation>Export to Excel: {title}</translation>
    </message>
    <message>
      <source>Đã xuất ra {path}. Tệp có dữ liệu người dân: giữ cẩn thận.</source>
      <translation>Exported to {path}. It holds citizens' data: keep it safe.</translation>
    </message>
  </context>
  <context>
    <name>ExtendForm</name>
    <message>
      <source>Chức vụ</source>
      <translation>Position</translation>
    </message>
    <message>
      <source>Lý do chậm (in trên phiếu)</source>
      <translation>Why it is late (printed)</translation>
    </message>
    <message>
      <source>Ngày hẹn lại</source>
      <translation>New day</translation>
    </message>
    <message>
      <source>Người ký</source>
      <translation>Signed by</translation>
    </message>
    <message>
      <source>Số ngày làm việc sau đó:</source>
      <translation>Working days later:</translation>
    </message>
    <message>
      <source>Đang hẹn {when}</source>
      <translation>Due {when}</translation>
    </message>
  </context>
  <context>
    <name>FactsCard</name>
    <message>
      <source>Hồ sơ</source>
      <translation>Case</translation>
    </message>
  </context>
  <context>
    <name>FeeAreaCard</name>
    <message>
      <source>Biểu mức thu của tỉnh</source>
      <translation>The province's fee table</translation>
    </message>
  </context>
  <context>
    <name>FeeBox</name>
    <message>
      <source>Miễn, giảm (chọn hoặc gõ lý do)</source>
      <translation>Exemption (choose, or type why)</translation>
    </message>
    <message>
      <source>Phí, lệ phí</source>
      <translation>Fees</translation>
    </message>
    <message>
      <source>Phí, lệ phí (đồng)</source>
      <translation>Fees (đồng)</translation>
    </message>
    <message>
      <source>Trường hợp thu</source>
      <translation>Which of the fees</translation>
    </message>
  </context>
  <context>
    <name>FormsCard</name>
    <message>
      <source>Bỏ mẫu đã chọn</source>
      <translation>Remove the chosen form</translation>
    </message>
    <message>
      <source>Chưa có mẫu riêng: các giấy in theo mẫu kèm phần mềm.</source>
      <translation>No own form: papers are printed from ours.</translation>
    </message>
    <message>
      <source>Mẫu của xã</source>
      <translation>The commune's forms</translation>
    </message>
    <message>
      <source>Mẫu giấy của xã</source>
      <translation>The commune's forms</translation>
    </message>
    <message>
      <source>Nạp mẫu giấy</source>
      <translation>Load a form</translation>
    </message>
    <message>
      <source>Nạp mẫu từ tệp   Ctrl+O</source>
      <translation>Load a form   Ctrl+O</translation>
    </message>
  </context>
  <context>
    <name>ForwardForm</name>
    <message>
      <source>Chuyển đến</source>
      <translation>Forward to</translation>
    </message>
    <message>
      <source>Cán bộ xử lý</source>
      <translation>Officer</translation>
    </message>
    <message>
      <source>Ghi chú (nếu có)</source>
      <translation>Note (if any)</translation>
    </message>
    <message>
      <source>Lẽ ra phải chuyển trước {by}; vẫn chuyển được.</source>
      <translation>Should have gone by {by}; it can still be forwarded.</translation>
    </message>
    <message>
      <source>Phải chuyển chậm nhất {by}.</source>
      <translation>To be forwarded by {by}.</translation>
    </message>
    <message>
      <source>Tên cơ quan, bộ phận</source>
      <translation>Agency or unit</translation>
    </message>
  </context>
  <context>
    <name>GuidanceForm</name>
    <message>
      <source>Hỏi ai khi vướng mắc</source>
      <translation>Whom to ask</translation>
    </message>
    <message>
      <source>Lý do ghi trên phiếu</source>
      <translation>Reason on the slip</translation>
    </message>
    <message>
      <source>Lý do thường gặp</source>
      <translation>Common reasons</translation>
    </message>
    <message>
      <source>Điện thoại</source>
      <translation>Telephone</translation>
    </message>
    <message>
      <source>– chọn để chép xuống dưới –</source>
      <translation>– choose to copy it below –</translation>
    </message>
  </context>
  <context>
    <name>GuidanceScreen</name>
    <message>
      <source>(chưa có họ tên)</source>
      <translation>(no name yet)</translation>
    </message>
    <message>
      <source>Bấm F9 lần nữa: từ chối, không hoàn tác được</source>
      <translation>Press F9 again: a refusal cannot be undone</translation>
    </message>
    <message>
      <source>Lập phiếu bổ sung và in   F9</source>
      <translation>Give the slip and print   F9</translation>
    </message>
    <message>
      <source>Quay lại  Esc</source>
      <translation>Back  Esc</translation>
    </message>
    <message>
      <source>TỪ CHỐI TIẾP NHẬN, GIẢI QUYẾT HỒ SƠ – MẪU 03</source>
      <translation>REFUSAL TO RECEIVE – FORM 03</translation>
    </message>
    <message>
      <source>Từ chối và in   F9</source>
      <translation>Refuse and print   F9</translation>
    </message>
    <message>
      <source>XEM TRƯỚC</source>
      <translation>PREVIEW</translation>
    </message>
    <message>
      <source>YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ – MẪU 02</source>
      <translation>REQUEST TO COMPLETE – FORM 02</translation>
    </message>
    <message>
      <source>Đã lập phiếu từ chối số {n}.</source>
      <translation>Refusal slip no. {n} given.</translation>
    </message>
    <message>
      <source>Đã lập phiếu yêu cầu bổ sung số {n}.</source>
      <translation>Completion slip no. {n} given.</translation>
    </message>
  </context>
  <context>
    <name>GuidedList</name>
    <message>
      <source>Bổ sung</source>
      <translation>Supplements</translation>
    </message>
    <message>
      <source>Hôm nay chưa lập phiếu nào.</source>
      <translation>No slip given today.</translation>
    </message>
    <message>
      <source>In lại  Ctrl+P</source>
      <translation>Print again  Ctrl+P</translation>
    </message>
    <message>
      <source>PHIẾU ĐÃ LẬP HÔM NAY</source>
      <translation>TODAY'S SLIPS</translation>
    </message>
    <message>
      <source>Phiếu đã lập hôm nay</source>
      <translation>Today's slips</translation>
    </message>
    <message>
      <source>Từ chối</source>
      <translation>Refused</translation>
    </message>
    <message>
      <source>chưa in</source>
      <translation>not printed</translation>
    </message>
    <message>
      <source>số {n}</source>
      <translation>no. {n}</translation>
    </message>
    <message>
      <source>đã in</source>
      <translation>printed</translation>
    </message>
  </context>
  <context>
    <name>HandOverScreen</name>
    <message>
      <source>Chưa chọn hồ sơ; hãy quét mã hoặc chọn trong danh sách.</source>
      <translation>No case is chosen; scan its code or choose it in the list.</translation>
    </message>
    <message>
      <source>Chờ trả kết quả</source>
      <translation>Results waiting</translation>
    </message>
    <message>
      <source>Danh sách chờ trả</source>
      <translation>Results waiting</translation>
    </message>
    <message>
      <source>Không có kết quả nào đang chờ trả.</source>
      <translation>No result is waiting to be handed over.</translation>
    </message>
    <message>
      <source>Không tìm thấy hồ sơ nào chờ trả khớp với “{words}”.</source>
      <translation>No waiting result fits “{words}”.</translation>
    </message>
    <message>
      <source>Người nhận</source>
      <translation>Receiver</translation>
    </message>
    <message>
      <source>Phiếu đã lưu thành tệp, chưa in ra giấy.</source>
      <translation>The slip was saved as a file, not printed on paper.</translation>
    </message>
    <message>
      <source>Quét mã trên giấy tiếp nhận, hoặc gõ tên, đuôi mã</source>
      <translation>Scan the code on the receipt, or type a name or the end of the code</translation>
    </message>
    <message>
      <source>Tìm hồ sơ chờ trả</source>
      <translation>Find a waiting result</translation>
    </message>
    <message>
      <source>Đã trả kết quả {code}.</source>
      <translation>The result of {code} is handed over.</translation>
    </message>
  </context>
  <context>
    <name>HistoryLine</name>
    <message numerus="yes">
      <source>Lần trước: {n} hồ sơ · gần nhất {day} {procedure} – {state}</source>
      <translation>
        <numerusform>Before: {n} case · newest {day} {procedure} – {state}</numerusform>
        <numerusform>Before: {n} cases · newest {day} {procedure} – {state}</numerusform>
      </translation>
    </message>
    <message>
      <source>Số này lần trước là của {name}; hãy kiểm tra lại số.</source>
      <translation>Last time this number was {name}; check the number.</translation>
    </message>
    <message numerus="yes">
      <source>Xem {n} hồ sơ  Ctrl+H</source>
      <translation>
        <numerusform>Show {n} case  Ctrl+H</numerusform>
        <numerusform>Show {n} cases  Ctrl+H</numerusform>
      </translation>
    </message>
    <message>
      <source>Điền lại  Ctrl+R</source>
      <translation>Fill in again  Ctrl+R</translation>
    </message>
  </context>
  <context>
    <name>IntakeHelpers</name>
    <message>
      <source>Bản điện tử chuyển ngay, hồ sơ giấy chậm nhất {by}. Mã hồ sơ mang mã đơn vị giải quyết.</source>
      <translation>Send the electronic copy at once, the papers by {by}. The case code bears the deciding agency's code.</translation>
    </message>
    <message>
      <source>Chưa chọn thủ tục; hãy chọn thủ tục rồi lập phiếu (Ctrl+T).</source>
      <translation>No procedure chosen; choose one, then give the slip (Ctrl+T).</translation>
    </message>
    <message>
      <source>Lẽ ra phải trả lời (tiếp nhận hoặc yêu cầu bổ sung) trước {by}; vẫn tiếp nhận được.</source>
      <translation>Should have been answered (received, or completion asked for) before {by}; it can still be received.</translation>
    </message>
    <message>
      <source>Phải trả lời (tiếp nhận hoặc yêu cầu bổ sung) chậm nhất {by}.</source>
      <translation>Must be answered (received, or completion asked for) by {by}.</translation>
    </message>
    <message>
      <source>Từ chối</source>
      <translation>Refused</translation>
    </message>
    <message>
      <source>Yêu cầu bổ sung</source>
      <translation>Request a supplement</translation>
    </message>
    <message numerus="yes">
      <source>Đã giữ {n} số cho ngày {day}; các số này không cấp cho hồ sơ khác.</source>
      <translation>
        <numerusform>{n} number kept for {day}; no other case gets it.</numerusform>
        <numerusform>{n} numbers kept for {day}; no other case gets them.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>IntakeScreen</name>
    <message>
      <source>Biểu mức thu vừa đổi nên phí, lệ phí đã tính lại; hãy xem số tiền rồi bấm F9 lần nữa.</source>
      <translation>The fee table has just changed and the fee was reckoned anew; look at the amount, then press F9 again.</translation>
    </message>
    <message>
      <source>Chưa chọn thủ tục; hãy gõ tên, mã hoặc chữ đầu (Ctrl+T).</source>
      <translation>No procedure chosen; type its name, code or initials (Ctrl+T).</translation>
    </message>
    <message>
      <source>Chưa thu {amount}.</source>
      <translation>{amount} not yet taken.</translation>
    </message>
    <message>
      <source>Giấy đã lưu thành tệp, chưa in ra giấy.</source>
      <translation>The receipt was saved as a file, not printed on paper.</translation>
    </message>
    <message>
      <source>Đã mở lại hồ sơ đang nhập dở.</source>
      <translation>The half-typed case is open again.</translation>
    </message>
    <message>
      <source>Đã tiếp nhận</source>
      <translation>Received</translation>
    </message>
    <message>
      <source>Đã tiếp nhận và trả ngay</source>
      <translation>Received and settled at once</translation>
    </message>
    <message>
      <source>Đủ thành phần hồ sơ. Có thể tiếp nhận.</source>
      <translation>All papers are there. The case can be received.</translation>
    </message>
  </context>
  <context>
    <name>Joining</name>
    <message>
      <source>Máy này từ nay tin {name}; hãy đăng ký hoặc gửi lại.</source>
      <translation>This PC now trusts {name}; enrol or send again.</translation>
    </message>
  </context>
  <context>
    <name>LadderCard</name>
    <message>
      <source>Đăng ký lại quầy…</source>
      <translation>Enrol again…</translation>
    </message>
    <message>
      <source>Đường gửi</source>
      <translation>The way there</translation>
    </message>
    <message>
      <source>✓ tốt</source>
      <translation>✓ good</translation>
    </message>
    <message>
      <source>✗ dừng ở đây</source>
      <translation>✗ stops here</translation>
    </message>
  </context>
  <context>
    <name>LeavingScreen</name>
    <message>
      <source>Chép ra USB…</source>
      <translation>Copy to USB…</translation>
    </message>
    <message>
      <source>Chúng nằm trong máy này và sẽ được gửi lần sau; không mất, không trùng.</source>
      <translation>They are kept on this PC and go next time; nothing is lost or doubled.</translation>
    </message>
    <message numerus="yes">
      <source>Còn {n} hồ sơ cấp trên chưa nhận</source>
      <translation>
        <numerusform>{n} case has not reached the superior</numerusform>
        <numerusform>{n} cases have not reached the superior</numerusform>
      </translation>
    </message>
    <message>
      <source>Gửi ngay rồi ra về</source>
      <translation>Send now, then leave</translation>
    </message>
    <message>
      <source>Quầy chưa đăng ký với cấp trên (F7).</source>
      <translation>The desk is not enrolled (F7).</translation>
    </message>
    <message>
      <source>Ra về</source>
      <translation>Leave</translation>
    </message>
    <message>
      <source>Trước khi ra về</source>
      <translation>Before you leave</translation>
    </message>
    <message>
      <source>Đang nối với cấp trên…</source>
      <translation>Reaching the superior…</translation>
    </message>
  </context>
  <context>
    <name>LeftCard</name>
    <message>
      <source>Bản nháp chưa tiếp nhận của {names}</source>
      <translation>Draft not received yet: {names}</translation>
    </message>
    <message>
      <source>Còn lại</source>
      <translation>Left over</translation>
    </message>
    <message>
      <source>Không còn gì: giấy đã in, hồ sơ đã gửi.</source>
      <translation>Nothing: papers are printed, cases are sent.</translation>
    </message>
    <message numerus="yes">
      <source>{n} hồ sơ chờ gửi về cấp trên</source>
      <translation>
        <numerusform>{n} case to be sent</numerusform>
        <numerusform>{n} cases to be sent</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} hồ sơ còn giấy chưa in: {codes}</source>
      <translation>
        <numerusform>{n} case with a paper not printed: {codes}</numerusform>
        <numerusform>{n} cases with papers not printed: {codes}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} hồ sơ cấp trên trả lại: xem ở F7</source>
      <translation>
        <numerusform>{n} case returned by the superior: see F7</numerusform>
        <numerusform>{n} cases returned by the superior: see F7</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ListsScreen</name>
    <message>
      <source>Danh sách</source>
      <translation>List</translation>
    </message>
    <message>
      <source>In   Ctrl+P</source>
      <translation>Print   Ctrl+P</translation>
    </message>
    <message>
      <source>Kỳ này không có gì trong danh sách.</source>
      <translation>Nothing is on the list of this period.</translation>
    </message>
    <message>
      <source>Xuất Excel   Ctrl+E</source>
      <translation>Export to Excel   Ctrl+E</translation>
    </message>
    <message numerus="yes">
      <source>Đã in {n} danh sách.</source>
      <translation>
        <numerusform>{n} list was printed.</numerusform>
        <numerusform>{n} lists were printed.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>MainWindow</name>
    <message>
      <source>Quầy Một Cửa</source>
      <translation>Quầy Một Cửa</translation>
    </message>
  </context>
  <context>
    <name>MorningCard</name>
    <message>
      <source>Khóa sổ ngày {day}</source>
      <translation>Close {day}</translation>
    </message>
    <message>
      <source>Từ lần khóa sổ trước</source>
      <translation>Since the last closing</translation>
    </message>
  </context>
  <context>
    <name>NewsCard</name>
    <message>
      <source>Chưa có tin nào.</source>
      <translation>No news yet.</translation>
    </message>
    <message>
      <source>Tin từ cấp trên</source>
      <translation>News from the superior</translation>
    </message>
    <message>
      <source>{what}, bản {n}</source>
      <translation>{what}, version {n}</translation>
    </message>
    <message>
      <source>đã có, hiệu lực từ {day}</source>
      <translation>here, in force since {day}</translation>
    </message>
    <message>
      <source>đã tải {got}/{all} KB</source>
      <translation>{got} of {all} KB fetched</translation>
    </message>
    <message>
      <source>đã tải, sẽ dùng từ {day}</source>
      <translation>fetched, in force from {day}</translation>
    </message>
    <message>
      <source>đến hết {day}</source>
      <translation>until the end of {day}</translation>
    </message>
  </context>
  <context>
    <name>NextStepCard</name>
    <message>
      <source>Bạn không có việc nào làm được với hồ sơ này lúc này.</source>
      <translation>There is nothing that you can do with this case now.</translation>
    </message>
    <message>
      <source>Chưa in {paper}.</source>
      <translation>Not printed yet: {paper}.</translation>
    </message>
    <message>
      <source>Cấp trên đã có kết quả ({number}); khi kết quả về quầy, bấm F9.</source>
      <translation>The superior has the result ({number}); when it is at the desk, press F9.</translation>
    </message>
    <message>
      <source>Hồ sơ đã trả xong.</source>
      <translation>The result has been handed over.</translation>
    </message>
    <message>
      <source>In</source>
      <translation>Print</translation>
    </message>
    <message>
      <source>Số, ký hiệu kết quả (nếu có)</source>
      <translation>Number of the result (if any)</translation>
    </message>
    <message>
      <source>Việc có thể làm</source>
      <translation>What can be done</translation>
    </message>
    <message>
      <source>không ghi số</source>
      <translation>no number</translation>
    </message>
  </context>
  <context>
    <name>OnTimeCard</name>
    <message>
      <source>{percent} % trước và đúng hạn · {good}/{many}</source>
      <translation>{percent} % in time · {good}/{many}</translation>
    </message>
    <message>
      <source>Đúng hạn {n} ngày qua</source>
      <translation>In time, last {n} days</translation>
    </message>
  </context>
  <context>
    <name>OwnDaysCard</name>
    <message>
      <source>Bỏ ngày đã chọn</source>
      <translation>Remove the chosen day</translation>
    </message>
    <message>
      <source>Chưa đặt ngày nào.</source>
      <translation>No day is set.</translation>
    </message>
    <message>
      <source>Loại</source>
      <translation>Kind</translation>
    </message>
    <message>
      <source>Lý do, như người dân đọc</source>
      <translation>Reason, as a citizen reads it</translation>
    </message>
    <message>
      <source>Ngày</source>
      <translation>Day</translation>
    </message>
    <message>
      <source>Ngày nghỉ, ngày làm bù của xã</source>
      <translation>The commune's days off and working days</translation>
    </message>
    <message>
      <source>Ngày đã đặt</source>
      <translation>Days set</translation>
    </message>
    <message>
      <source>Số văn bản</source>
      <translation>Number of the decision</translation>
    </message>
    <message>
      <source>Thêm ngày</source>
      <translation>Add the day</translation>
    </message>
    <message>
      <source>làm bù</source>
      <translation>working</translation>
    </message>
    <message>
      <source>nghỉ</source>
      <translation>off</translation>
    </message>
    <message>
      <source>nghỉ do bão số 12</source>
      <translation>closed for storm 12</translation>
    </message>
  </context>
  <context>
    <name>PaidLine</name>
    <message>
      <source>Hình thức</source>
      <translation>Way</translation>
    </message>
    <message>
      <source>Ký hiệu</source>
      <translation>Sign</translation>
    </message>
    <message>
      <source>Mẫu biên lai</source>
      <translation>Receipt form</translation>
    </message>
    <message>
      <source>Số</source>
      <translation>Number</translation>
    </message>
    <message>
      <source>Đã thu đủ  Ctrl+D</source>
      <translation>Paid in full  Ctrl+D</translation>
    </message>
  </context>
  <context>
    <name>PaperNumberBox</name>
    <message>
      <source>Cấp thêm</source>
      <translation>Set aside</translation>
    </message>
    <message>
      <source>Cấp và in</source>
      <translation>Set aside, print</translation>
    </message>
    <message>
      <source>Giờ nhận</source>
      <translation>Hour</translation>
    </message>
    <message>
      <source>Hãy gõ từ 1 đến 100 số và ngày như 23/11/2026.</source>
      <translation>Type 1 to 100 numbers and a day such as 23/11/2026.</translation>
    </message>
    <message>
      <source>Không còn số nào đã cấp ra giấy.</source>
      <translation>No number lies on paper.</translation>
    </message>
    <message>
      <source>Ngày nhận trên giấy</source>
      <translation>Day on the paper</translation>
    </message>
    <message>
      <source>Số ghi trên giấy</source>
      <translation>Number on the paper</translation>
    </message>
    <message>
      <source>ngày/tháng/năm</source>
      <translation>day/month/year</translation>
    </message>
    <message>
      <source>số cho ngày</source>
      <translation>numbers for</translation>
    </message>
  </context>
  <context>
    <name>PaperView</name>
    <message>
      <source>Giấy hiện ở đây
khi đã đủ nội dung.</source>
      <translation>The paper appears here
once the form is complete.</translation>
    </message>
  </context>
  <context>
    <name>PapersModel</name>
    <message>
      <source>(gõ tên giấy tờ)</source>
      <translation>(type the name of the paper)</translation>
    </message>
    <message>
      <source>Bản
chính</source>
      <translation>Orig.</translation>
    </message>
    <message>
      <source>Bản
sao</source>
      <translation>Copy</translation>
    </message>
    <message>
      <source>Giấy tờ</source>
      <translation>Paper</translation>
    </message>
  </context>
  <context>
    <name>PeriodBar</name>
    <message>
      <source>Lùi lại (Ctrl+←)</source>
      <translation>Back (Ctrl+←)</translation>
    </message>
    <message>
      <source>Ngày</source>
      <translation>Day</translation>
    </message>
    <message>
      <source>Theo ngày</source>
      <translation>By day</translation>
    </message>
    <message>
      <source>Theo ngày hay tháng</source>
      <translation>By day or month</translation>
    </message>
    <message>
      <source>Theo tháng</source>
      <translation>By month</translation>
    </message>
    <message>
      <source>Tới sau (Ctrl+→)</source>
      <translation>On (Ctrl+→)</translation>
    </message>
  </context>
  <context>
    <name>PlaceDialog</name>
    <message>
      <source>Chọn</source>
      <translation>Choose</translation>
    </message>
    <message>
      <source>Chọn nơi sao lưu: ổ USB hoặc ổ thứ hai</source>
      <translation>Where do backups go: USB or a second drive</translation>
    </message>
  </context>
  <context>
    <name>Places</name>
    <message>
      <source>Chưa sao lưu (F8)</source>
      <translation>No backup yet (F8)</translation>
    </message>
    <message>
      <source>Sao lưu {time}</source>
      <translation>Backup {time}</translation>
    </message>
    <message>
      <source>Sao lưu {time} hôm nay</source>
      <translation>Backup {time} today</translation>
    </message>
    <message numerus="yes">
      <source>{n} hồ sơ cấp trên trả lại</source>
      <translation>
        <numerusform>{n} case sent back by the superior</numerusform>
        <numerusform>{n} cases sent back by the superior</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Preview</name>
    <message>
      <source>Giấy tiếp nhận hiện ở đây
khi đã có họ tên và thủ tục.</source>
      <translation>The receipt appears here
once there are a name and a procedure.</translation>
    </message>
  </context>
  <context>
    <name>ProcedureCard</name>
    <message>
      <source>+ Giấy tờ</source>
      <translation>+ Paper</translation>
    </message>
    <message>
      <source>2 · THỦ TỤC VÀ THÀNH PHẦN HỒ SƠ</source>
      <translation>2 · PROCEDURE AND PAPERS</translation>
    </message>
    <message>
      <source>Số bộ</source>
      <translation>Sets</translation>
    </message>
    <message>
      <source>Thêm giấy tờ</source>
      <translation>Add a paper</translation>
    </message>
    <message>
      <source>Thời hạn (vd: 5 ngày làm việc, 8 giờ, 15 ngày)</source>
      <translation>Term (5 working days, 8 hours, 15 days)</translation>
    </message>
    <message>
      <source>Thủ tục hành chính</source>
      <translation>Procedure</translation>
    </message>
  </context>
  <context>
    <name>ProcedureModel</name>
    <message>
      <source>Mã</source>
      <translation>Code</translation>
    </message>
    <message>
      <source>Thủ tục</source>
      <translation>Procedure</translation>
    </message>
  </context>
  <context>
    <name>ProcedureSearch</name>
    <message>
      <source>Không có thủ tục nào khớp</source>
      <translation>No procedure fits</translation>
    </message>
    <message>
      <source>Tên, mã hoặc chữ đầu: khai sinh, 1.001193, dkks</source>
      <translation>Name, code, initials: 1.001193, dkks</translation>
    </message>
  </context>
  <context>
    <name>Promise</name>
    <message>
      <source>Chưa có thời hạn: giấy tiếp nhận sẽ không ghi ngày hẹn.</source>
      <translation>No term yet: the receipt will promise no date.</translation>
    </message>
    <message>
      <source>Giải quyết ngay</source>
      <translation>Settled at once</translation>
    </message>
    <message>
      <source>Tiếp nhận, giải quyết và trả kết quả trong một lần.</source>
      <translation>Received, settled and handed over in one act.</translation>
    </message>
  </context>
  <context>
    <name>PromisesCard</name>
    <message>
      <source>Hẹn trả</source>
      <translation>Due</translation>
    </message>
    <message>
      <source>Lịch hoặc quy tắc nay đã khác; ngày đã hẹn giữ nguyên.</source>
      <translation>Calendar or rules are otherwise today; what was promised stands.</translation>
    </message>
    <message>
      <source>Phần của xã (giai đoạn 1) xong chậm nhất {when}</source>
      <translation>The commune's own part (stage 1) is due by {when}</translation>
    </message>
    <message>
      <source>không còn tính</source>
      <translation>no longer counted</translation>
    </message>
    <message>
      <source>đang dừng tính</source>
      <translation>clock stopped</translation>
    </message>
  </context>
  <context>
    <name>QrPicture</name>
    <message>
      <source>Mã VietQR để chuyển khoản</source>
      <translation>VietQR for a transfer</translation>
    </message>
  </context>
  <context>
    <name>RebaseCard</name>
    <message>
      <source>Cấp trên vẫn nhận máy này: không cần phiếu mới, có thể để trống mã.</source>
      <translation>The superior still lets this machine in: no new slip is needed, the code may stay empty.</translation>
    </message>
    <message>
      <source>Hãy nhập mã trên phiếu đăng ký.</source>
      <translation>Type the code on the enrolment slip.</translation>
    </message>
    <message>
      <source>Hãy nhập mật khẩu mà bạn dùng để đăng nhập.</source>
      <translation>Type the passphrase that you sign in with.</translation>
    </message>
    <message>
      <source>Hãy nhập địa chỉ máy chủ trên phiếu đăng ký.</source>
      <translation>Type the server's address on the enrolment slip.</translation>
    </message>
    <message>
      <source>Máy này được khôi phục từ bản cũ, hoặc ổ đĩa đã được sao chép. Xin cấp trên phiếu đăng ký mới: nhật ký cấp trên đang giữ được lấy về, việc chỉ có ở máy này được ghi tiếp vào sau, không mất gì. Kho cũ được giữ lại bên cạnh.</source>
      <translation>This PC was restored from an older copy, or its disk was copied. Ask the superior for a new enrolment slip: the log that the superior holds comes back, what only this PC has goes after it, nothing is lost. The old store is kept beside it.</translation>
    </message>
    <message>
      <source>Mã đăng ký</source>
      <translation>Enrolment code</translation>
    </message>
    <message>
      <source>Mật khẩu của bạn</source>
      <translation>Your passphrase</translation>
    </message>
    <message>
      <source>Nối lại nhật ký</source>
      <translation>Join the logs</translation>
    </message>
    <message>
      <source>Nối lại nhật ký với cấp trên</source>
      <translation>Join the log with the superior's</translation>
    </message>
    <message>
      <source>Địa chỉ máy chủ</source>
      <translation>Address of the server</translation>
    </message>
  </context>
  <context>
    <name>RecallForm</name>
    <message>
      <source>Kết quả sai ở đâu</source>
      <translation>What is wrong with the result</translation>
    </message>
    <message>
      <source>Kết quả số {number}</source>
      <translation>Result no. {number}</translation>
    </message>
  </context>
  <context>
    <name>ReceiverCard</name>
    <message>
      <source>Chưa chọn hồ sơ</source>
      <translation>No case chosen</translation>
    </message>
    <message>
      <source>Chủ hồ sơ nhận</source>
      <translation>The applicant</translation>
    </message>
    <message>
      <source>Giấy ủy quyền (số, ngày)</source>
      <translation>Authorisation (number, date)</translation>
    </message>
    <message>
      <source>Gửi qua bưu chính</source>
      <translation>By post</translation>
    </message>
    <message>
      <source>Họ tên người nhận</source>
      <translation>Receiver's name</translation>
    </message>
    <message>
      <source>Người nhận đã xuất trình</source>
      <translation>The receiver showed</translation>
    </message>
    <message>
      <source>Người được ủy quyền nhận</source>
      <translation>An authorised person</translation>
    </message>
    <message>
      <source>Số giấy tờ</source>
      <translation>ID number</translation>
    </message>
    <message>
      <source>Số hiệu bưu gửi</source>
      <translation>Number of the parcel</translation>
    </message>
    <message>
      <source>Trả kết quả và in phiếu</source>
      <translation>Hand over and print the slip</translation>
    </message>
    <message>
      <source>Đăng ký nhận qua bưu chính: {address}</source>
      <translation>To be sent by post: {address}</translation>
    </message>
    <message>
      <source>Đăng ký nhận tại quầy</source>
      <translation>To be fetched at the desk</translation>
    </message>
    <message>
      <source>Đại diện theo pháp luật</source>
      <translation>Representative by law</translation>
    </message>
  </context>
  <context>
    <name>RecoverCard</name>
    <message>
      <source>32 ký tự của tờ khôi phục cũ (để trống nếu phiếu ghi không cần tờ)</source>
      <translation>32 characters of the old recovery sheet (empty if the slip needs none)</translation>
    </message>
    <message>
      <source>Chưa gửi gì: máy này chưa tin chứng thư của máy chủ cấp trên. Cấp trên có giao tệp chứng thư thì thêm ở “Máy chủ dùng chứng thư riêng…” dưới đây; không có thì báo cán bộ tin học.</source>
      <translation>Nothing was sent: this PC does not trust the superior's certificate yet. If the superior gave you a certificate file, add it at “The server has an authority of its own…” below; if not, tell IT.</translation>
    </message>
    <message>
      <source>Chức danh</source>
      <translation>Title</translation>
    </message>
    <message>
      <source>Cần hai thứ: phiếu khôi phục mà cấp trên vừa lập, và tờ khôi phục cũ trong két. Hồ sơ đã gửi sẽ về đủ; hồ sơ chưa kịp gửi thì nhập lại từ giấy.</source>
      <translation>Two things are needed: the recovery slip that the superior has just made, and the old recovery sheet from the safe. Cases that were sent come back; those that were not are entered again from paper.</translation>
    </message>
    <message>
      <source>Hai lần nhập mật khẩu không giống nhau; hãy nhập lại.</source>
      <translation>The two passphrases differ; type them again.</translation>
    </message>
    <message>
      <source>Hãy gõ quầy như trên phiếu khôi phục, ví dụ H56.22.17/1.</source>
      <translation>Type the desk as the recovery slip has it, for instance H56.22.17/1.</translation>
    </message>
    <message>
      <source>Hãy nhập họ tên và tên đăng nhập.</source>
      <translation>Enter full name and login.</translation>
    </message>
    <message>
      <source>Hãy nhập mã trên phiếu khôi phục.</source>
      <translation>Enter the code of the recovery slip.</translation>
    </message>
    <message>
      <source>Họ tên cán bộ đầu tiên</source>
      <translation>Name of the first member of staff</translation>
    </message>
    <message>
      <source>Lấy lại hồ sơ từ cấp trên</source>
      <translation>Get the cases back from the superior</translation>
    </message>
    <message>
      <source>Máy mới thay máy hỏng</source>
      <translation>A new PC in place of a broken one</translation>
    </message>
    <message>
      <source>Mã trên phiếu khôi phục</source>
      <translation>Code on the recovery slip</translation>
    </message>
    <message>
      <source>Mật khẩu (ít nhất 8 ký tự)</source>
      <translation>Passphrase (at least 8 characters)</translation>
    </message>
    <message>
      <source>Nhập lại mật khẩu</source>
      <translation>Passphrase again</translation>
    </message>
    <message>
      <source>Quay lại: thiết lập quầy mới</source>
      <translation>Back: set up a new desk</translation>
    </message>
    <message>
      <source>Quầy trên phiếu</source>
      <translation>Desk on the slip</translation>
    </message>
    <message>
      <source>Tên đăng nhập</source>
      <translation>Login</translation>
    </message>
    <message>
      <source>Tên đăng nhập chỉ gồm chữ cái không dấu và chữ số.</source>
      <translation>A login has only letters without marks, and digits.</translation>
    </message>
    <message>
      <source>Tờ khôi phục có đúng 32 ký tự; hãy đọc lại từng nhóm bốn ký tự.</source>
      <translation>A recovery sheet has exactly 32 characters; read it again in groups of four.</translation>
    </message>
    <message>
      <source>Đang nối với cấp trên…</source>
      <translation>Reaching the superior…</translation>
    </message>
    <message>
      <source>Đã lấy lại {done}/{total} sự kiện</source>
      <translation>{done} of {total} events are back</translation>
    </message>
    <message>
      <source>Địa chỉ máy chủ</source>
      <translation>Address of the server</translation>
    </message>
  </context>
  <context>
    <name>RefuseForm</name>
    <message>
      <source>Lý do từ chối (nêu rõ căn cứ; in trên phiếu)</source>
      <translation>Why it is refused (name the ground; printed)</translation>
    </message>
  </context>
  <context>
    <name>RequestPaymentForm</name>
    <message>
      <source>Nội dung (in trên thông báo)</source>
      <translation>What for (printed)</translation>
    </message>
    <message>
      <source>Số tiền phải nộp (đồng)</source>
      <translation>Amount to pay (đồng)</translation>
    </message>
  </context>
  <context>
    <name>RequestSupplementForm</name>
    <message>
      <source>+ Giấy tờ</source>
      <translation>+ Paper</translation>
    </message>
    <message>
      <source>Lý do yêu cầu bổ sung</source>
      <translation>Why a supplement is needed</translation>
    </message>
    <message>
      <source>Thêm giấy tờ</source>
      <translation>Add a paper</translation>
    </message>
    <message>
      <source>Đã yêu cầu ở bước này; lãnh đạo đồng ý yêu cầu lại</source>
      <translation>Asked before at this stage; leader who agreed to ask again</translation>
    </message>
    <message>
      <source>Ở bước</source>
      <translation>Stage</translation>
    </message>
  </context>
  <context>
    <name>ScanBox</name>
    <message>
      <source>Chưa đọc được thẻ</source>
      <translation>The card could not be read</translation>
    </message>
    <message>
      <source>Hoàn tác</source>
      <translation>Undo</translation>
    </message>
    <message>
      <source>Hãy đối chiếu với thẻ; quét không thay cho xác thực.</source>
      <translation>Compare with the card; a scan does not prove who someone is.</translation>
    </message>
    <message>
      <source>Quét QR trên thẻ bất cứ lúc nào, con trỏ ở đâu cũng được</source>
      <translation>Scan the card's QR code at any time, wherever the cursor is</translation>
    </message>
    <message>
      <source>Quét thẻ căn cước</source>
      <translation>Scan the citizen card</translation>
    </message>
    <message>
      <source>Đã đọc thẻ căn cước</source>
      <translation>Citizen card read</translation>
    </message>
  </context>
  <context>
    <name>ScanPanel</name>
    <message numerus="yes">
      <source>; còn {n} tệp</source>
      <translation>
        <numerusform>; {n} file to go</numerusform>
        <numerusform>; {n} files to go</numerusform>
      </translation>
    </message>
    <message>
      <source>Bản quét của hồ sơ</source>
      <translation>Scans of this case</translation>
    </message>
    <message>
      <source>Chọn tệp để đính kèm</source>
      <translation>Choose files to attach</translation>
    </message>
    <message>
      <source>Cách lưu</source>
      <translation>Kept as</translation>
    </message>
    <message>
      <source>Giấy tờ</source>
      <translation>Paper</translation>
    </message>
    <message>
      <source>Giấy tờ khác</source>
      <translation>Another paper</translation>
    </message>
    <message>
      <source>Gỡ</source>
      <translation>Take off</translation>
    </message>
    <message>
      <source>Gỡ hẳn</source>
      <translation>Take off for good</translation>
    </message>
    <message>
      <source>Gỡ hẳn bản quét này? Bấm Delete lần nữa, hoặc Esc để thôi.</source>
      <translation>Take this scan off for good? Press Delete again, or Esc to keep it.</translation>
    </message>
    <message>
      <source>Hoặc kéo tệp PDF, JPEG, PNG, TIFF thả vào trang này.</source>
      <translation>Or drop PDF, JPEG, PNG or TIFF files on this page.</translation>
    </message>
    <message>
      <source>Hồ sơ chưa có bản quét nào.</source>
      <translation>This case has no scans yet.</translation>
    </message>
    <message>
      <source>Quay lại</source>
      <translation>Back</translation>
    </message>
    <message>
      <source>TRANG {page}/{pages}</source>
      <translation>PAGE {page}/{pages}</translation>
    </message>
    <message>
      <source>Trang sau</source>
      <translation>Next page</translation>
    </message>
    <message>
      <source>Trang trước</source>
      <translation>Previous page</translation>
    </message>
    <message>
      <source>Đang nén bản quét; hãy chờ xong rồi quay lại.</source>
      <translation>A scan is being compressed; wait until it is done, then go back.</translation>
    </message>
    <message>
      <source>Đang nén {file}{more}…</source>
      <translation>Compressing {file}{more}…</translation>
    </message>
    <message>
      <source>Đã gỡ một bản quét.</source>
      <translation>One scan taken off.</translation>
    </message>
    <message>
      <source>Đã đính kèm: {what}.</source>
      <translation>Attached: {what}.</translation>
    </message>
  </context>
  <context>
    <name>ScansCard</name>
    <message>
      <source>Bản quét</source>
      <translation>Scans</translation>
    </message>
    <message>
      <source>Xem, đính kèm</source>
      <translation>View, attach</translation>
    </message>
    <message>
      <source>Đính kèm bản quét</source>
      <translation>Attach a scan</translation>
    </message>
  </context>
  <context>
    <name>SetUpScreen</name>
    <message>
      <source>Bắt đầu sử dụng</source>
      <translation>Start</translation>
    </message>
    <message>
      <source>Chức danh</source>
      <translation>Title</translation>
    </message>
    <message>
      <source>Cơ quan (vd UBND xã Tân Lập)</source>
      <translation>Agency (such as UBND xã Tân Lập)</translation>
    </message>
    <message>
      <source>Cấp trên (vd UBND tỉnh Thanh Hóa)</source>
      <translation>Superior (such as UBND tỉnh Thanh Hóa)</translation>
    </message>
    <message>
      <source>Hai lần nhập mật khẩu không giống nhau; hãy nhập lại.</source>
      <translation>The two passphrases differ; type them again.</translation>
    </message>
    <message>
      <source>Hãy nhập đủ cơ quan, địa danh, mã định danh, họ tên và tên đăng nhập.</source>
      <translation>Fill in agency, place, agency code, name and login.</translation>
    </message>
    <message>
      <source>Họ tên cán bộ đầu tiên</source>
      <translation>Name of the first member of staff</translation>
    </message>
    <message>
      <source>Máy mới thay máy hỏng: lấy lại hồ sơ từ cấp trên…</source>
      <translation>A new PC in place of a broken one: get the cases back from the superior…</translation>
    </message>
    <message>
      <source>Máy này từ nay tin {name}; hãy bấm lại “Lấy lại hồ sơ từ cấp trên”.</source>
      <translation>This PC now trusts {name}; press “Get the cases back from the superior” again.</translation>
    </message>
    <message>
      <source>Mã định danh cơ quan (vd H56.22.17)</source>
      <translation>Agency code (such as H56.22.17)</translation>
    </message>
    <message>
      <source>Mã định danh cơ quan chưa đúng; hãy gõ như H56.22.17 hoặc 000.22.17.H56.</source>
      <translation>This is no agency code; type one like H56.22.17 or 000.22.17.H56.</translation>
    </message>
    <message>
      <source>Mật khẩu (ít nhất 8 ký tự)</source>
      <translation>Passphrase (at least 8 characters)</translation>
    </message>
    <message>
      <source>Nhập lại mật khẩu</source>
      <translation>Passphrase again</translation>
    </message>
    <message>
      <source>Quầy số</source>
      <translation>Desk number</translation>
    </message>
    <message>
      <source>Thiết lập lần đầu</source>
      <translation>First start</translation>
    </message>
    <message>
      <source>Tên bộ phận in trên giấy</source>
      <translation>Name of the office on papers</translation>
    </message>
    <message>
      <source>Tên đăng nhập</source>
      <translation>Login</translation>
    </message>
    <message>
      <source>Tên đăng nhập chỉ gồm chữ cái không dấu và chữ số.</source>
      <translation>A login has only letters without marks, and digits.</translation>
    </message>
    <message>
      <source>Địa danh</source>
      <translation>Place</translation>
    </message>
  </context>
  <context>
    <name>SettingsScreen</name>
    <message>
      <source>Thiết lập của xã</source>
      <translation>The commune's settings</translation>
    </message>
    <message>
      <source>Về danh mục   Esc</source>
      <translation>To the catalogue   Esc</translation>
    </message>
    <message>
      <source>Đã bỏ mẫu {name}.</source>
      <translation>Form {name} was removed.</translation>
    </message>
    <message>
      <source>Đã bỏ tài khoản.</source>
      <translation>The account was removed.</translation>
    </message>
    <message>
      <source>Đã bỏ {day}.</source>
      <translation>{day} was removed.</translation>
    </message>
    <message>
      <source>Đã chọn biểu mức thu; hồ sơ mới tính theo biểu này.</source>
      <translation>The fee table is chosen; new cases are reckoned by it.</translation>
    </message>
    <message>
      <source>Đã lưu tài khoản nhận phí.</source>
      <translation>The account is kept.</translation>
    </message>
    <message>
      <source>Đã nạp mẫu {name}; các giấy in từ giờ theo mẫu này.</source>
      <translation>Form {name} is loaded; papers are printed from it now.</translation>
    </message>
    <message>
      <source>Đã đặt {day}; hẹn trả của hồ sơ mới theo ngày này.</source>
      <translation>{day} is set; due dates of new cases go by it.</translation>
    </message>
  </context>
  <context>
    <name>SheetCard</name>
    <message>
      <source>32 ký tự đã nằm trên giấy (in hoặc chép tay) và sẽ được cất trong két</source>
      <translation>The 32 characters are on paper (printed or copied by hand) and will be locked in the safe</translation>
    </message>
    <message>
      <source>Chưa thấy máy in: hãy chép tay 32 ký tự trên ra giấy.</source>
      <translation>No printer found: copy the 32 characters by hand onto paper.</translation>
    </message>
    <message>
      <source>In tờ khôi phục</source>
      <translation>Print the recovery sheet</translation>
    </message>
    <message>
      <source>Máy in</source>
      <translation>Printer</translation>
    </message>
    <message>
      <source>Máy không giữ tờ này. Không có nó và quên mật khẩu thì không ai mở được dữ liệu; ai có nó và có máy thì đọc được mọi hồ sơ.</source>
      <translation>This PC does not keep the sheet. Without it and without a passphrase nobody can open the data; whoever has it and the PC can read every case.</translation>
    </message>
    <message>
      <source>TỜ KHÔI PHỤC</source>
      <translation>RECOVERY SHEET</translation>
    </message>
    <message>
      <source>Xong, đăng nhập</source>
      <translation>Done, sign in</translation>
    </message>
    <message>
      <source>Đã gửi đến máy in {name}; hãy xem tờ in có đủ 32 ký tự.</source>
      <translation>Sent to the printer {name}; check that the sheet shows all 32 characters.</translation>
    </message>
  </context>
  <context>
    <name>SignInScreen</name>
    <message>
      <source>Cán bộ</source>
      <translation>Staff</translation>
    </message>
    <message>
      <source>Mật khẩu</source>
      <translation>Passphrase</translation>
    </message>
    <message>
      <source>Mở quầy</source>
      <translation>Open the desk</translation>
    </message>
    <message>
      <source>Đăng nhập</source>
      <translation>Sign in</translation>
    </message>
  </context>
  <context>
    <name>SlipsCard</name>
    <message>
      <source>Giấy đã cấp</source>
      <translation>Papers given</translation>
    </message>
    <message>
      <source>In</source>
      <translation>Print</translation>
    </message>
    <message>
      <source>In lại</source>
      <translation>Print again</translation>
    </message>
    <message>
      <source>chưa in</source>
      <translation>not printed</translation>
    </message>
    <message numerus="yes">
      <source>in {n} lần</source>
      <translation>
        <numerusform>printed {n} time</numerusform>
        <numerusform>printed {n} times</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>StatesCard</name>
    <message>
      <source>Cấp trên</source>
      <translation>Superior</translation>
    </message>
    <message>
      <source>Kết quả</source>
      <translation>Result</translation>
    </message>
    <message>
      <source>Tiền</source>
      <translation>Money</translation>
    </message>
    <message>
      <source>Trạng thái</source>
      <translation>State</translation>
    </message>
  </context>
  <context>
    <name>StepRow</name>
    <message>
      <source>Làm</source>
      <translation>Do</translation>
    </message>
    <message>
      <source>{doing} · Esc dừng</source>
      <translation>{doing} · Esc stops</translation>
    </message>
  </context>
  <context>
    <name>StopForm</name>
    <message>
      <source>Lý do, theo đơn đề nghị của người dân</source>
      <translation>Reason, as the citizen's request says</translation>
    </message>
  </context>
  <context>
    <name>SyncScreen</name>
    <message>
      <source>Bị trả lại</source>
      <translation>Sent back</translation>
    </message>
    <message>
      <source>Chưa lần nào</source>
      <translation>Never</translation>
    </message>
    <message>
      <source>Chờ gửi</source>
      <translation>To send</translation>
    </message>
    <message numerus="yes">
      <source>Còn {n} hồ sơ chờ gửi.</source>
      <translation>
        <numerusform>{n} case is still to be sent.</numerusform>
        <numerusform>{n} cases are still to be sent.</numerusform>
      </translation>
    </message>
    <message>
      <source>Cấp trên xác nhận lần cuối</source>
      <translation>Last confirmed by the superior</translation>
    </message>
    <message>
      <source>Cấp trên đã nhận đủ.</source>
      <translation>The superior has everything.</translation>
    </message>
    <message>
      <source>Cấp trên đã nhận đủ; không có gì chờ gửi.</source>
      <translation>The superior has everything; nothing waits.</translation>
    </message>
    <message>
      <source>Dừng</source>
      <translation>Stop</translation>
    </message>
    <message>
      <source>Gửi bằng USB</source>
      <translation>Send by USB</translation>
    </message>
    <message>
      <source>Gửi ngay</source>
      <translation>Send now</translation>
    </message>
    <message>
      <source>Hồ sơ cấp trên trả lại</source>
      <translation>Cases that the superior sent back</translation>
    </message>
    <message>
      <source>Không có hồ sơ nào bị trả lại. Khi cấp trên trả lại, hồ sơ hiện ở đây với lý do và việc cần làm.</source>
      <translation>No case was sent back. When one is, it stands here with the reason and what to do.</translation>
    </message>
    <message>
      <source>Quầy chưa đăng ký với cấp trên; hồ sơ vẫn được lưu ở đây.</source>
      <translation>The desk is not enrolled with its superior; cases are kept here all the same.</translation>
    </message>
    <message>
      <source>Quầy chưa đăng ký: hãy nhập địa chỉ và mã ở đây trước.</source>
      <translation>The desk is not enrolled: type address and code here first.</translation>
    </message>
    <message>
      <source>Sẵn sàng gửi. Nếu mất mạng, lần sau gửi tiếp từ chỗ dừng, không trùng, không mất.</source>
      <translation>Ready to send. If the line breaks, the next time goes on from there: nothing twice, nothing lost.</translation>
    </message>
    <message>
      <source>hồ sơ chờ gửi</source>
      <translation>cases to send</translation>
    </message>
    <message>
      <source>hồ sơ chờ gửi · khoảng {size} KB</source>
      <translation>cases to send · about {size} KB</translation>
    </message>
    <message>
      <source>hồ sơ cấp trên trả lại</source>
      <translation>cases sent back by the superior</translation>
    </message>
    <message>
      <source>Đang dừng…</source>
      <translation>Stopping…</translation>
    </message>
    <message>
      <source>Đang lập bảng kê đối soát…</source>
      <translation>Making the reconciliation sheet…</translation>
    </message>
    <message>
      <source>Đang nối với cấp trên…</source>
      <translation>Reaching the superior…</translation>
    </message>
    <message numerus="yes">
      <source>Đã gửi hết; {n} hồ sơ cấp trên trả lại, xem lý do và việc cần làm ở dưới.</source>
      <translation>
        <numerusform>All sent; the superior sent {n} case back: reason and what to do stand below.</numerusform>
        <numerusform>All sent; the superior sent {n} cases back: reasons and what to do stand below.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Đã gửi hết; {n} hồ sơ cấp trên trả lại.</source>
      <translation>
        <numerusform>All sent; the superior sent {n} case back.</numerusform>
        <numerusform>All sent; the superior sent {n} cases back.</numerusform>
      </translation>
    </message>
    <message>
      <source>Đã in bảng kê đối soát ra {printer}.</source>
      <translation>The reconciliation sheet went to {printer}.</translation>
    </message>
    <message>
      <source>Đã đăng ký quầy với cấp trên.</source>
      <translation>The desk is enrolled with its superior.</translation>
    </message>
  </context>
  <context>
    <name>TakeBackForm</name>
    <message>
      <source>Ghi chú (nếu có)</source>
      <translation>Note (if any)</translation>
    </message>
    <message>
      <source>Đang ở: {to}</source>
      <translation>Now with: {to}</translation>
    </message>
  </context>
  <context>
    <name>TakeSupplementForm</name>
    <message>
      <source>+ Giấy tờ</source>
      <translation>+ Paper</translation>
    </message>
    <message>
      <source>Bỏ dấu giấy tờ chưa có: hồ sơ vẫn chờ bổ sung, thời hạn chưa tính lại.</source>
      <translation>Untick what did not come: the case waits on and its term does not begin yet.</translation>
    </message>
    <message>
      <source>Thêm giấy tờ</source>
      <translation>Add a paper</translation>
    </message>
    <message>
      <source>Đã yêu cầu: {reason}</source>
      <translation>Asked for: {reason}</translation>
    </message>
  </context>
  <context>
    <name>TakingForm</name>
    <message>
      <source>Biên lai: mẫu số</source>
      <translation>Fee receipt: form</translation>
    </message>
    <message>
      <source>Hình thức</source>
      <translation>Way</translation>
    </message>
    <message>
      <source>Ký hiệu</source>
      <translation>Sign</translation>
    </message>
    <message>
      <source>Người nộp tiền</source>
      <translation>Payer</translation>
    </message>
    <message>
      <source>Số</source>
      <translation>Number</translation>
    </message>
    <message>
      <source>Số tiền đã nộp (đồng)</source>
      <translation>Amount paid (đồng)</translation>
    </message>
  </context>
  <context>
    <name>TermCases</name>
    <message>
      <source>Các trường hợp của thời hạn</source>
      <translation>Cases that the terms are for</translation>
    </message>
  </context>
  <context>
    <name>TermLine</name>
    <message>
      <source>Cắt giảm còn (theo quy định {by_law})</source>
      <translation>Cut to (by law {by_law})</translation>
    </message>
    <message>
      <source>Theo quy định {by_law}, cam kết</source>
      <translation>By law {by_law}, promised</translation>
    </message>
    <message>
      <source>giờ làm việc</source>
      <translation>working hours</translation>
    </message>
    <message>
      <source>ngày</source>
      <translation>days</translation>
    </message>
    <message>
      <source>ngày làm việc</source>
      <translation>working days</translation>
    </message>
    <message>
      <source>trong ngày</source>
      <translation>same day</translation>
    </message>
    <message>
      <source>Đơn vị</source>
      <translation>Unit</translation>
    </message>
  </context>
  <context>
    <name>Tiles</name>
    <message>
      <source>Chờ trả</source>
      <translation>To hand over</translation>
    </message>
    <message>
      <source>Phí, lệ phí</source>
      <translation>Fees</translation>
    </message>
    <message>
      <source>Quá hạn</source>
      <translation>Overdue</translation>
    </message>
    <message>
      <source>Tiếp nhận</source>
      <translation>Receive</translation>
    </message>
    <message>
      <source>cần thư xin lỗi (F5)</source>
      <translation>apology due (F5)</translation>
    </message>
    <message>
      <source>hồ sơ</source>
      <translation>cases</translation>
    </message>
    <message>
      <source>không còn</source>
      <translation>none</translation>
    </message>
    <message>
      <source>không có</source>
      <translation>none</translation>
    </message>
    <message>
      <source>kết quả chưa ai nhận</source>
      <translation>results not collected</translation>
    </message>
    <message numerus="yes">
      <source>{n} giải quyết ngay</source>
      <translation>
        <numerusform>{n} at once</numerusform>
        <numerusform>{n} at once</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} mã đã hủy</source>
      <translation>
        <numerusform>{n} voided</numerusform>
        <numerusform>{n} voided</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} đúng hạn</source>
      <translation>
        <numerusform>{n} in time</numerusform>
        <numerusform>{n} in time</numerusform>
      </translation>
    </message>
    <message>
      <source>Đã trả</source>
      <translation>Handed over</translation>
    </message>
    <message numerus="yes">
      <source>đồng · {n} khoản thu</source>
      <translation>
        <numerusform>đồng · {n} payment</numerusform>
        <numerusform>đồng · {n} payments</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>TimelineCard</name>
    <message>
      <source>Quá trình</source>
      <translation>History</translation>
    </message>
  </context>
  <context>
    <name>TopBar</name>
    <message>
      <source>Bộ phận Một cửa · Quầy {n}</source>
      <translation>One-stop office · Desk {n}</translation>
    </message>
    <message>
      <source>Chưa có hồ sơ chờ gửi</source>
      <translation>Nothing to send yet</translation>
    </message>
    <message>
      <source>Cấp trên đã nhận đủ · {last}</source>
      <translation>The superior has everything · {last}</translation>
    </message>
    <message>
      <source>Quầy Một Cửa</source>
      <translation>Quầy Một Cửa</translation>
    </message>
    <message>
      <source>chưa gửi lần nào</source>
      <translation>never sent</translation>
    </message>
    <message>
      <source>lần cuối {last}</source>
      <translation>last {last}</translation>
    </message>
    <message>
      <source>{name}: đăng xuất</source>
      <translation>{name}: sign out</translation>
    </message>
    <message numerus="yes">
      <source>{n} hồ sơ chờ gửi · chưa đăng ký cấp trên</source>
      <translation>
        <numerusform>{n} case to send · not enrolled</numerusform>
        <numerusform>{n} cases to send · not enrolled</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} hồ sơ chờ gửi · {since}</source>
      <translation>
        <numerusform>{n} case to send · {since}</numerusform>
        <numerusform>{n} cases to send · {since}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} hồ sơ cấp trên trả lại · F7</source>
      <translation>
        <numerusform>{n} case sent back by the superior · F7</numerusform>
        <numerusform>{n} cases sent back by the superior · F7</numerusform>
      </translation>
    </message>
    <message>
      <source>Đăng xuất, khóa quầy</source>
      <translation>Sign out and lock the desk</translation>
    </message>
  </context>
  <context>
    <name>TurnsCard</name>
    <message>
      <source>Diễn biến</source>
      <translation>Turns</translation>
    </message>
  </context>
  <context>
    <name>UndoOffer</name>
    <message>
      <source>Hoàn tác</source>
      <translation>Undo</translation>
    </message>
    <message>
      <source>{paper} số {number} đã hủy.</source>
      <translation>{paper} no. {number} is void.</translation>
    </message>
    <message>
      <source>{paper} số {number} đã in: thu lại và hủy.</source>
      <translation>{paper} no. {number} was printed: take it back and destroy it.</translation>
    </message>
    <message>
      <source>Đã hoàn tác “{act}” của {code}.</source>
      <translation>“{act}” of {code} was taken back.</translation>
    </message>
  </context>
  <context>
    <name>UsbCard</name>
    <message>
      <source>Chép gói đồng bộ ra USB, mang lên cấp trên, nạp biên nhận khi về.</source>
      <translation>Copy the package to a USB stick, take it to the superior, load the acknowledgement afterwards.</translation>
    </message>
    <message>
      <source>Không có mạng?</source>
      <translation>No line?</translation>
    </message>
    <message>
      <source>USB…</source>
      <translation>USB…</translation>
    </message>
  </context>
  <context>
    <name>UsbScreen</name>
    <message>
      <source>Chép hồ sơ chờ gửi ra USB</source>
      <translation>Copy what waits to a USB stick</translation>
    </message>
    <message>
      <source>Chép ra USB</source>
      <translation>Copy to USB</translation>
    </message>
    <message>
      <source>Chưa có USB để chép; hãy cắm USB vào máy hoặc chọn thư mục.</source>
      <translation>There is no stick to copy to; plug one in, or choose a folder.</translation>
    </message>
    <message>
      <source>Chưa thấy tệp xác nhận trên USB; hãy cắm USB mang về từ cấp trên.</source>
      <translation>No acknowledgement is on the stick; plug in the one that came back from the superior.</translation>
    </message>
    <message>
      <source>Chọn thư mục khác</source>
      <translation>Another folder</translation>
    </message>
    <message>
      <source>Chọn thư mục để chép</source>
      <translation>Choose a folder to copy to</translation>
    </message>
    <message>
      <source>Cách làm</source>
      <translation>How it goes</translation>
    </message>
    <message numerus="yes">
      <source>Cấp trên đã nhận thêm {n} hồ sơ; còn {left} hồ sơ chờ gửi.</source>
      <translation>
        <numerusform>The superior has {n} more case; {left} still to send.</numerusform>
        <numerusform>The superior has {n} more cases; {left} still to send.</numerusform>
      </translation>
    </message>
    <message>
      <source>Cấp trên đã nhận đủ; không có gì cần chép.</source>
      <translation>The superior has everything; there is nothing to copy.</translation>
    </message>
    <message>
      <source>Dừng chép</source>
      <translation>Stop</translation>
    </message>
    <message>
      <source>Gửi bằng USB khi không có mạng</source>
      <translation>By USB stick, where there is no line</translation>
    </message>
    <message>
      <source>Không có tệp nào đang chờ xác nhận.</source>
      <translation>No file waits for an acknowledgement.</translation>
    </message>
    <message>
      <source>Lần chép gần nhất</source>
      <translation>Last copy</translation>
    </message>
    <message>
      <source>Quay lại</source>
      <translation>Back</translation>
    </message>
    <message>
      <source>Quầy chưa đăng ký với cấp trên: hãy nhập phiếu đăng ký ở Đồng bộ (F7).</source>
      <translation>The desk is not enrolled: enter the enrolment slip at Sync (F7).</translation>
    </message>
    <message>
      <source>Xác nhận này đã đọc rồi hoặc cũ hơn lần gần nhất: không có gì thay đổi.</source>
      <translation>This acknowledgement was read before, or is older than the last: nothing changed.</translation>
    </message>
    <message>
      <source>hồ sơ chờ gửi</source>
      <translation>cases to send</translation>
    </message>
    <message>
      <source>Đang chép, đừng rút USB.</source>
      <translation>Copying: do not pull the stick.</translation>
    </message>
    <message>
      <source>Đang chép…</source>
      <translation>Copying…</translation>
    </message>
    <message>
      <source>Đang dừng…</source>
      <translation>Stopping…</translation>
    </message>
    <message>
      <source>Đang đọc lại để kiểm tra, đừng rút USB.</source>
      <translation>Reading it back: do not pull the stick.</translation>
    </message>
    <message numerus="yes">
      <source>Đã chép {n} hồ sơ vào tệp {name}, đọc lại đúng.</source>
      <translation>
        <numerusform>{n} case copied to {name} and read back right.</numerusform>
        <numerusform>{n} cases copied to {name} and read back right.</numerusform>
      </translation>
    </message>
    <message>
      <source>Đã rút USB.</source>
      <translation>The stick was pulled.</translation>
    </message>
    <message>
      <source>✓ Có thể rút USB</source>
      <translation>✓ You may pull the stick</translation>
    </message>
  </context>
  <context>
    <name>VoidForm</name>
    <message>
      <source>Lý do hủy mã</source>
      <translation>Why the number is void</translation>
    </message>
  </context>
  <context>
    <name>WithdrawForm</name>
    <message>
      <source>Giấy tờ đang ở {to}: chỉ đánh dấu trả lại khi đã cầm trong tay.</source>
      <translation>The papers are at {to}: tick them as returned only when you hold them.</translation>
    </message>
    <message>
      <source>Lý do rút hồ sơ</source>
      <translation>Why it is withdrawn</translation>
    </message>
    <message>
      <source>Trả lại giấy tờ đã nộp (liệt kê trên phiếu)</source>
      <translation>Give the papers back (listed on the slip)</translation>
    </message>
    <message>
      <source>{originals} chính, {copies} sao</source>
      <translation>originals: {originals}, copies: {copies}</translation>
    </message>
  </context>
  <context>
    <name>errors</name>
    <message>
      <source>32 ký tự không phải của tờ khôi phục quầy này; hãy đọc lại tờ trong két, từng nhóm bốn ký tự.</source>
      <translation>These 32 characters are not this desk's recovery sheet; read the sheet from the safe again in groups of four.</translation>
    </message>
    <message>
      <source>Biên lai chưa rõ: {fault}; hãy chép đúng mẫu số, ký hiệu và số như trên biên lai.</source>
      <translation>The fee receipt is unclear: {fault}; copy its form, sign and number as they stand on it.</translation>
    </message>
    <message>
      <source>Bản quét này đã có trong hồ sơ {case_code}; hãy chọn tệp khác.</source>
      <translation>Case {case_code} has this scan already; choose another file.</translation>
    </message>
    <message>
      <source>Bản quét đã ở cấp trên, không còn trên máy này; hãy hỏi cấp trên khi cần xem.</source>
      <translation>The scan is with the superior and no longer on this PC; ask the superior when you need to see it.</translation>
    </message>
    <message>
      <source>Bản sao vừa ghi đọc lại không đúng với kho nên đã bỏ; hãy dùng ổ khác và báo cán bộ tin học.</source>
      <translation>The copy read back is not what the store says, so it was thrown away; use another drive and tell the IT officer.</translation>
    </message>
    <message>
      <source>Bản {version} cấp trên công bố khác bản cùng số trên máy; vẫn dùng bản trên máy, hãy báo cấp trên.</source>
      <translation>Version {version} that the superior published differs from the one of that number on this PC; the one here stays in use. Tell the superior.</translation>
    </message>
    <message>
      <source>Bản {version} cấp trên công bố không dùng được ({why}); vẫn dùng bản cũ và sẽ tải lại.</source>
      <translation>Version {version} that the superior published cannot be used ({why}); the old one stays in use and it will be fetched again.</translation>
    </message>
    <message>
      <source>Bảng phí {path} sai ở {row}: {fault}; hãy sửa tệp này hoặc cài lại Quầy Một Cửa.</source>
      <translation>The fee table {path} is wrong at {row}: {fault}; put the file right or install Quầy Một Cửa again.</translation>
    </message>
    <message>
      <source>Chưa chọn nơi sao lưu; hãy cắm ổ USB hoặc ổ thứ hai rồi chọn thư mục trên ổ đó.</source>
      <translation>No place for backups was chosen; plug in a USB stick or a second drive and choose a folder on it.</translation>
    </message>
    <message>
      <source>Chưa có kho dữ liệu ở {path}; hãy mở Quầy Một Cửa lần đầu để tạo.</source>
      <translation>There is no store in {path}; open Quầy Một Cửa once to make it.</translation>
    </message>
    <message>
      <source>Chưa có máy in; hồ sơ đã lưu, hãy chọn máy in rồi in lại ở mục Hồ sơ (F3).</source>
      <translation>There is no printer; the case is stored, choose a printer and print it from Cases (F3).</translation>
    </message>
    <message>
      <source>Chưa có ngày nào khóa sổ nên chưa có biên bản để in; hãy khóa sổ trước.</source>
      <translation>No day has been closed, so there is no sheet to print; close the day first.</translation>
    </message>
    <message>
      <source>Chưa ghi ngày danh mục có hiệu lực; hãy thêm --effective-from, ví dụ --effective-from 2027-03-01.</source>
      <translation>The day from which the catalogue holds is missing; add --effective-from, such as --effective-from 2027-03-01.</translation>
    </message>
    <message>
      <source>Chưa ghi số quyết định công bố; hãy thêm --decision, ví dụ --decision "QĐ 113/QĐ-UBND".</source>
      <translation>The decision's number is missing; add --decision, for instance --decision "QĐ 113/QĐ-UBND".</translation>
    </message>
    <message>
      <source>Chưa gửi gì: máy này chưa tin chứng thư của máy chủ cấp trên. Cấp trên có giao tệp chứng thư thì thêm ở F7, “Máy chủ dùng chứng thư riêng…”; không có thì báo cán bộ tin học.</source>
      <translation>Nothing was sent: this PC does not trust the superior's certificate. If you were given a certificate file, add it at F7, “The server has an authority of its own…”; if not, tell IT.</translation>
    </message>
    <message>
      <source>Chưa sửa gì so với hồ sơ đã lưu; hãy sửa rồi lưu lại, hoặc bấm Esc.</source>
      <translation>Nothing differs from the stored case; change it and save, or press Esc.</translation>
    </message>
    <message>
      <source>Chỉ cấp số ra giấy cho hôm nay và {days} ngày tới; hãy chọn lại ngày.</source>
      <translation>Numbers go to paper only for today and the next {days} days; choose another day.</translation>
    </message>
    <message>
      <source>Chỉ hoàn tác được trong {minutes} phút sau khi làm; hãy sửa bằng việc khác trên trang hồ sơ.</source>
      <translation>An act can be taken back for {minutes} minutes only; put it right by another act on the case's page.</translation>
    </message>
    <message>
      <source>Chỉ hủy mã trong ngày tiếp nhận (hay ngày nhập từ giấy) và khi chưa làm gì thêm; hãy dừng hoặc rút hồ sơ {case_code}.</source>
      <translation>A number is voided only on the day of receipt (or of keying in from paper) and while nothing else was done; stop or withdraw case {case_code}.</translation>
    </message>
    <message>
      <source>Chỉ được hẹn lại {most} lần ({basis}); hãy trả kết quả sớm nhất và báo lãnh đạo.</source>
      <translation>A new date may be given {most} time(s) only ({basis}); return the result as soon as you can and tell your leader.</translation>
    </message>
    <message>
      <source>Chứng thư của máy chủ không phải của địa chỉ {host}; chưa gửi gì, hãy chép lại địa chỉ trên phiếu, nếu đúng thì báo cán bộ tin học.</source>
      <translation>The server's certificate is not for the address {host}; nothing was sent. Copy the address from the slip again; if it is right, tell IT.</translation>
    </message>
    <message>
      <source>Chứng thư trong tệp {file} là của riêng một máy chủ, không phải chứng thư gốc của nơi cấp; hãy xin cán bộ tin học tệp chứng thư gốc.</source>
      <translation>The certificate in {file} is a server's own, not its authority's; ask IT for the authority's certificate.</translation>
    </message>
    <message>
      <source>Còn thiếu: {missing}.</source>
      <translation>Still missing: {missing}.</translation>
    </message>
    <message>
      <source>Cấp trên báo về hồ sơ {case_code} mà quầy này không có; hãy báo cấp trên.</source>
      <translation>The superior tells of case {case_code}, which this desk does not have. Tell the superior.</translation>
    </message>
    <message>
      <source>Cấp trên báo về hồ sơ {case_code} đã kết thúc ở quầy; hãy mở hồ sơ và đối chiếu với cấp trên.</source>
      <translation>The superior tells of case {case_code}, which has ended at the desk. Open it and compare with the superior.</translation>
    </message>
    <message>
      <source>Cấp trên không còn giữ phần đầu của khối đang gửi dở; hãy bấm gửi lại để gửi cả khối.</source>
      <translation>The superior no longer holds the first part of a block that is under way. Press send again to send the whole block.</translation>
    </message>
    <message>
      <source>Cấp trên không còn tệp đã công bố; sẽ hỏi lại lần sau.</source>
      <translation>The superior no longer has the file that it published; it will be asked again.</translation>
    </message>
    <message>
      <source>Cấp trên không nhận ra quầy này hoặc đã thu hồi đăng ký; hồ sơ vẫn được lưu, hãy xin cấp trên mã đăng ký mới.</source>
      <translation>The superior does not know this desk or has revoked it; all cases are kept, ask the superior for a new enrolment code.</translation>
    </message>
    <message>
      <source>Cấp trên đang giữ nhật ký cũ của quầy này; nếu đây là máy mới thay máy hỏng, hãy xin mã khôi phục và chọn “Máy mới thay máy hỏng” khi thiết lập.</source>
      <translation>The superior holds an older log of this desk; if this PC replaces a broken one, ask for a recovery code and choose “A new PC in place of a broken one” when setting up.</translation>
    </message>
    <message>
      <source>Cấp trên đang thiếu một phần nhật ký đã nhận; hãy bấm gửi lại để gửi bù.</source>
      <translation>The superior is missing a part of the log that it had received; press send again to send that part.</translation>
    </message>
    <message>
      <source>Cấp trên đã gặp máy này ở trạng thái mới hơn: đĩa đã được khôi phục hoặc sao chép; đã dừng gửi, hãy báo cán bộ tin học.</source>
      <translation>The superior has met this PC in a newer state: its disk was restored or copied; sending has stopped, call your IT person.</translation>
    </message>
    <message>
      <source>Cấp trên đã nhận đủ; không có gì cần chép ra USB.</source>
      <translation>The superior has everything; there is nothing to copy to a stick.</translation>
    </message>
    <message>
      <source>Dữ liệu chờ gửi quá nhiều cho một tệp USB; hãy báo cán bộ tin học.</source>
      <translation>More waits than one USB file may hold; tell the IT officer.</translation>
    </message>
    <message>
      <source>Giờ nhận trên giấy ({at}) chưa tới; hãy xem lại tờ giấy và đồng hồ của máy.</source>
      <translation>The paper's hour ({at}) has not come; check the paper and the PC's clock.</translation>
    </message>
    <message>
      <source>Hãy gõ ngày và giờ nhận ghi trên giấy, ví dụ 23/11/2026 và 9:30.</source>
      <translation>Type the day and hour that stand on the paper, such as 23/11/2026 and 9:30.</translation>
    </message>
    <message>
      <source>Hồ sơ {case_code} không còn gì để hoàn tác: đã làm thêm việc khác, hoặc việc này sửa bằng cách riêng.</source>
      <translation>Nothing of case {case_code} can be taken back: something else was done since, or this act is put right in a way of its own.</translation>
    </message>
    <message>
      <source>Hồ sơ {case_code} không có bản quét này; hãy mở lại trang hồ sơ.</source>
      <translation>Case {case_code} does not have this scan; open its page again.</translation>
    </message>
    <message>
      <source>Hồ sơ {case_code} không có giấy này; hãy xem lại quá trình của hồ sơ.</source>
      <translation>Case {case_code} has no such paper; look at what was done with it.</translation>
    </message>
    <message>
      <source>Hồ sơ {case_code} không có khoản thu này, hoặc khoản thu đã hủy.</source>
      <translation>Case {case_code} has no such payment, or it has been cancelled.</translation>
    </message>
    <message>
      <source>Hồ sơ {case_code} không có ngày hẹn trả nên không có gì để gia hạn.</source>
      <translation>Case {case_code} has no due date, so there is nothing to extend.</translation>
    </message>
    <message>
      <source>Hồ sơ {case_code} đang ở quầy, chưa chuyển đi đâu.</source>
      <translation>Case {case_code} is at the desk; it has not been forwarded.</translation>
    </message>
    <message>
      <source>Hồ sơ {case_code} đang ở trạng thái “{state}” nên không làm được việc này.</source>
      <translation>Case {case_code} is in the state “{state}”, so this cannot be done.</translation>
    </message>
    <message>
      <source>Hồ sơ {case_code} đang ở {to} từ {when}; hãy ghi nhận lại rồi mới chuyển nơi khác.</source>
      <translation>Case {case_code} has been with {to} since {when}; record that it came back before sending it elsewhere.</translation>
    </message>
    <message>
      <source>Hồ sơ {case_code} đã có {most} bản quét; hãy gỡ bớt hoặc gộp các trang vào một tệp.</source>
      <translation>Case {case_code} has {most} scans already; take some off or put the pages into one file.</translation>
    </message>
    <message>
      <source>Hồ sơ {case_code} đã thu {amount}; hãy chọn “Hủy khoản thu” trước, rồi hủy mã.</source>
      <translation>{amount} was taken for case {case_code}; choose “Cancel a collection” first, then void the number.</translation>
    </message>
    <message>
      <source>Hồ sơ {superior_code} đã được tiếp nhận với mã {case_code}; hãy mở hồ sơ đó.</source>
      <translation>Dossier {superior_code} was already received as {case_code}; open that case.</translation>
    </message>
    <message>
      <source>Kho dữ liệu do bản phần mềm mới hơn tạo ra; hãy cài bản mới nhất rồi mở lại.</source>
      <translation>A newer version made this store; install the newest version and open it again.</translation>
    </message>
    <message>
      <source>Kho dữ liệu đang bận; hãy thử lại sau vài giây.</source>
      <translation>The store is busy; try again in a few seconds.</translation>
    </message>
    <message>
      <source>Khóa mới của cấp trên không do khóa cũ ký nên không dùng; hãy báo cán bộ tin học.</source>
      <translation>The superior's new key is not signed with the old one and is not used. Tell the IT officer.</translation>
    </message>
    <message>
      <source>Không có cán bộ “{staff}” trên máy này; hãy kiểm tra tên đăng nhập.</source>
      <translation>There is no “{staff}” on this PC; check the login.</translation>
    </message>
    <message>
      <source>Không có dòng nào trong {file} nhập được: {why}.</source>
      <translation>No row of {file} can be taken: {why}.</translation>
    </message>
    <message>
      <source>Không có thủ tục mã {code} trong danh mục; hãy tìm theo tên.</source>
      <translation>The catalogue has no procedure {code}; search by name.</translation>
    </message>
    <message>
      <source>Không ghi được tệp {path}; hãy đóng tệp nếu đang mở, hoặc chọn nơi lưu khác.</source>
      <translation>{path} cannot be written; close it where it is open, or choose another place.</translation>
    </message>
    <message>
      <source>Không ghi được vào {place}; hãy kiểm tra ổ có bị khóa ghi hay bị rút ra không, rồi làm lại.</source>
      <translation>{place} cannot be written; see whether the drive is write-protected or was pulled out, then do it again.</translation>
    </message>
    <message>
      <source>Không hiểu lúc nộp trực tuyến “{text}”; hãy gõ như 22/11/2026 và 21:30, hoặc để trống cả hai ô.</source>
      <translation>Cannot read when it was filed online, “{text}”; type it like 22/11/2026 and 21:30, or leave both fields empty.</translation>
    </message>
    <message>
      <source>Không hiểu số tiền “{text}”; hãy gõ số đồng như 8.000, hoặc để trống nếu chưa có mức thu.</source>
      <translation>“{text}” is no amount; type đồng like 8.000, or leave it empty where no fee is set.</translation>
    </message>
    <message>
      <source>Không hiểu thời hạn “{text}”; hãy viết như 5wd, 8h, 15d, 3wd+5wd hoặc same-day@15.</source>
      <translation>The term “{text}” is not understood; write it like 5wd, 8h, 15d, 3wd+5wd or same-day@15.</translation>
    </message>
    <message>
      <source>Không hiểu thời hạn “{text}”; hãy viết như: 5 ngày làm việc, 8 giờ, 15 ngày.</source>
      <translation>“{text}” is no term; write 5 working days, 8 hours or 15 days.</translation>
    </message>
    <message>
      <source>Không in được ký tự “{letters}” (trong “{text}”); hãy gõ lại bằng chữ in được.</source>
      <translation>“{letters}” (in “{text}”) cannot be printed; type it again in letters that can.</translation>
    </message>
    <message>
      <source>Không mở được tệp đã chọn; hãy kiểm tra tệp, thẻ nhớ hoặc máy quét rồi chọn lại.</source>
      <translation>The chosen file cannot be opened; check the file, the memory card or the scanner and choose again.</translation>
    </message>
    <message>
      <source>Không nhập được {file}: {why}.</source>
      <translation>{file} cannot be imported: {why}.</translation>
    </message>
    <message>
      <source>Không thấy kho dữ liệu {path} của tệp khóa đang có; hãy đặt lại tệp này hoặc chép từ bản sao lưu, đừng xóa tệp khóa.</source>
      <translation>The data store {path} of the key file here is missing; put it back or copy it from a backup, and do not delete the key file.</translation>
    </message>
    <message>
      <source>Không thấy nơi sao lưu {place}; hãy cắm lại ổ USB hoặc chọn nơi khác.</source>
      <translation>The backup place {place} is not there; plug the USB stick in or choose another place.</translation>
    </message>
    <message>
      <source>Không thấy {path}; hãy cắm USB vào máy rồi chọn lại.</source>
      <translation>{path} is not there; plug the stick in and choose again.</translation>
    </message>
    <message>
      <source>Không thực hiện được việc này.</source>
      <translation>This could not be done.</translation>
    </message>
    <message>
      <source>Không tìm thấy hồ sơ {case_code}; hãy kiểm tra lại mã.</source>
      <translation>There is no case {case_code}; check the code.</translation>
    </message>
    <message>
      <source>Không tìm thấy máy chủ {host}; mạng có thể đang mất, hồ sơ vẫn được lưu.</source>
      <translation>The server {host} was not found; the line may be down, cases are stored all the same.</translation>
    </message>
    <message>
      <source>Không tạo hoặc đọc được mã VietQR: {fault}.</source>
      <translation>The VietQR code cannot be made or read: {fault}.</translation>
    </message>
    <message>
      <source>Không xác minh được máy chủ cấp trên; chưa gửi gì, hãy báo cán bộ tin học.</source>
      <translation>The superior's server could not prove who it is; nothing was sent, tell the IT person.</translation>
    </message>
    <message>
      <source>Không đọc được danh mục hoặc lịch ở {path}; hãy cài lại Quầy Một Cửa hoặc chép lại tệp từ bản sao lưu.</source>
      <translation>The catalogue or calendar at {path} cannot be read; install Quầy Một Cửa again or copy the file from a backup.</translation>
    </message>
    <message>
      <source>Không đọc được mật khẩu từ {file}; hãy kiểm tra tệp rồi chạy lại.</source>
      <translation>No passphrase can be read from {file}; check the file and run this again.</translation>
    </message>
    <message>
      <source>Không đọc được phần danh mục do xã sửa (ở “{what}”); hãy nhập lại phần sửa này.</source>
      <translation>What the commune changed in the catalogue cannot be read (at “{what}”); enter that change again.</translation>
    </message>
    <message>
      <source>Không đọc được tệp khóa {path}; hãy chép lại tệp này từ bản sao lưu.</source>
      <translation>The key file {path} cannot be read; copy it back from a backup.</translation>
    </message>
    <message>
      <source>Không đọc được tệp này; hãy quét lại hoặc chọn tệp PDF, JPEG, PNG, TIFF khác.</source>
      <translation>This file cannot be read; scan again or choose another PDF, JPEG, PNG or TIFF file.</translation>
    </message>
    <message>
      <source>Lúc nộp trực tuyến {at} chưa đến; hãy xem lại ngày giờ trên Cổng.</source>
      <translation>The moment of filing online, {at}, is still to come; look at the day and hour on the portal again.</translation>
    </message>
    <message>
      <source>Lần khôi phục trước bằng mã này chưa xong; hãy gõ tên đăng nhập và mật khẩu đúng như lần đó, hoặc xin cấp trên phiếu khôi phục mới.</source>
      <translation>The recovery that was begun with this code is not finished; type the login and passphrase exactly as you did then, or ask the superior for a new recovery slip.</translation>
    </message>
    <message>
      <source>Máy chưa nối mạng; hồ sơ vẫn được lưu và sẽ gửi khi có mạng.</source>
      <translation>This PC has no network; cases are stored and will be sent once there is one.</translation>
    </message>
    <message>
      <source>Máy chủ cấp trên không trả lời; hồ sơ vẫn được lưu và sẽ gửi lại.</source>
      <translation>The superior's server does not answer; cases are stored and will be sent again.</translation>
    </message>
    <message>
      <source>Máy chủ cấp trên đang tắt hoặc không nhận kết nối; hồ sơ vẫn được lưu và sẽ gửi lại.</source>
      <translation>The superior's server is off or takes no connection; all cases are kept and will be sent again.</translation>
    </message>
    <message>
      <source>Máy chủ trả lời sai quy cách; chưa coi là đã nhận, hãy thử lại hoặc báo cấp trên.</source>
      <translation>The server gave a wrong answer, which does not count as received; try again or tell the superior.</translation>
    </message>
    <message>
      <source>Máy in “{printer}” không nhận lệnh; hồ sơ đã lưu, hãy kiểm tra máy in rồi in lại.</source>
      <translation>The printer “{printer}” does not take the job; the case is stored, check the printer and print again.</translation>
    </message>
    <message>
      <source>Máy không còn đủ {needed} MB bộ nhớ để mở khóa; hãy đóng bớt chương trình rồi thử lại.</source>
      <translation>The PC no longer has the {needed} MB of memory that unlocking takes; close some programs and try again.</translation>
    </message>
    <message>
      <source>Mã {superior_code} cấp trên báo cho hồ sơ {case_code} đã thuộc hồ sơ {other}; hãy báo cấp trên.</source>
      <translation>The code {superior_code} that the superior gives to case {case_code} belongs to case {other}. Tell the superior.</translation>
    </message>
    <message>
      <source>Mã đăng ký sai hoặc đã hết hạn; hãy xin cấp trên phiếu mới.</source>
      <translation>The enrolment code is wrong or has expired; ask the superior for a new slip.</translation>
    </message>
    <message>
      <source>Mẫu mã hồ sơ “{pattern}” chưa dùng được: {fault}; mẫu thường dùng là {usual}.</source>
      <translation>The case code pattern “{pattern}” cannot be used: {fault}; the usual one is {usual}.</translation>
    </message>
    <message>
      <source>Mật khẩu phải có ít nhất {least} ký tự; hãy đặt một câu dài, dễ nhớ.</source>
      <translation>A passphrase has at least {least} characters; take a long sentence that is easy to remember.</translation>
    </message>
    <message>
      <source>Mỗi lần cấp ra giấy được từ 1 đến {most} số; hãy gõ lại.</source>
      <translation>1 to {most} numbers go to paper at a time; type again.</translation>
    </message>
    <message>
      <source>Một lần gửi khác của chính máy này vừa chen vào; hồ sơ vẫn được lưu, hãy gửi lại.</source>
      <translation>Another exchange of this very PC came in between; the cases are stored, send again.</translation>
    </message>
    <message>
      <source>Ngày làm thử dừng lại khi chờ: {what}.</source>
      <translation>The demonstration day stopped while waiting for: {what}.</translation>
    </message>
    <message>
      <source>Ngày {day} chưa có danh mục nào có hiệu lực; hãy chọn ngày hiệu lực từ {first}.</source>
      <translation>No catalogue is in force on {day}; choose a day from {first} on.</translation>
    </message>
    <message>
      <source>Ngày {day} chưa tới nên chưa khóa sổ được; hãy xem lại ngày.</source>
      <translation>{day} has not come yet and cannot be closed; look at the day again.</translation>
    </message>
    <message>
      <source>Ngày {day} đã khóa sổ lúc {time} và từ đó chưa có việc gì mới; không cần khóa lại.</source>
      <translation>{day} was closed at {time} and nothing came since; it need not be closed again.</translation>
    </message>
    <message>
      <source>Người dân còn được bổ sung đến hết ngày {until}; chưa đóng hồ sơ được.</source>
      <translation>The citizen may still complete the case until the end of {until}; it cannot be closed yet.</translation>
    </message>
    <message>
      <source>Nhật ký của quầy khác với bản ở cấp trên; đã dừng gửi, hãy báo cán bộ tin học.</source>
      <translation>This desk's log differs from the superior's copy; sending has stopped, tell the IT person.</translation>
    </message>
    <message>
      <source>Nhật ký sai từ sự kiện {seq}; hãy ngừng nhập, giữ nguyên máy và báo cán bộ tin học.</source>
      <translation>The log is damaged from event {seq} on; stop working, leave the PC as it is and tell the IT person.</translation>
    </message>
    <message>
      <source>Nơi sao lưu {place} không đủ chỗ; hãy xóa bớt tệp ở đó hoặc chọn ổ khác. Dữ liệu của quầy vẫn nguyên.</source>
      <translation>The backup place {place} has no room; delete files there or choose another drive. The desk's data are untouched.</translation>
    </message>
    <message>
      <source>Nội dung nhập quá dài nên chưa lưu được; hãy rút ngắn ghi chú hoặc tên giấy tờ rồi lưu lại.</source>
      <translation>What was entered is too long and was not saved; shorten the note or the names of papers and save again.</translation>
    </message>
    <message>
      <source>Phông chữ không có ký tự “{glyph}” (trong “{text}”); hãy sửa lại ký tự này rồi in.</source>
      <translation>The font has no “{glyph}” (in “{text}”); correct it and print again.</translation>
    </message>
    <message>
      <source>Quầy Một Cửa đang mở trên máy này; hãy đóng cửa sổ rồi chạy lại lệnh.</source>
      <translation>Quầy Một Cửa is open on this PC; close its window and run this again.</translation>
    </message>
    <message>
      <source>Quầy chưa đăng ký với cấp trên; hãy nhập phiếu đăng ký ở mục Đồng bộ (F7).</source>
      <translation>The desk is not enrolled with a superior; type in the enrolment slip at Sync (F7).</translation>
    </message>
    <message>
      <source>Quầy đã dùng hết số hồ sơ của ngày {day}; hãy nhận tiếp ở quầy khác hoặc báo cấp trên.</source>
      <translation>This desk has used up its case numbers of {day}; go on at another desk or tell the superior.</translation>
    </message>
    <message>
      <source>Quầy đã khóa; hãy đăng nhập rồi làm lại.</source>
      <translation>The desk is locked; sign in and do it again.</translation>
    </message>
    <message>
      <source>Sai mật khẩu; hãy kiểm tra bộ gõ, phím Caps Lock rồi nhập lại.</source>
      <translation>Wrong passphrase; check the input method and Caps Lock, then type it again.</translation>
    </message>
    <message>
      <source>Số giấy {case_code} được cấp lúc {at}; giờ nhận ghi trên giấy không thể sớm hơn.</source>
      <translation>Paper number {case_code} was given at {at}; the hour on the paper cannot be earlier.</translation>
    </message>
    <message>
      <source>Số ngày giữ bản quét phải từ {least} đến {most}; hãy nhập lại.</source>
      <translation>Scans are kept for {least} to {most} days; enter it again.</translation>
    </message>
    <message>
      <source>Số tiền {amount} không khớp: số còn phải thu là {remaining}. Hãy gõ lại; mức thu của hồ sơ sai thì sửa hồ sơ trước.</source>
      <translation>The amount {amount} does not fit: {remaining} is still owed. Type it again; where the case's fee is wrong, correct the case first.</translation>
    </message>
    <message>
      <source>Số trang, số bản và số trường hợp phải từ 1 trở lên; hãy nhập lại.</source>
      <translation>Pages, copies and cases must be 1 or more; enter them again.</translation>
    </message>
    <message>
      <source>Số {case_code} cấp cho ngày {day}; ngày giờ nhận trên giấy phải là ngày đó, hãy xem lại tờ giấy.</source>
      <translation>Number {case_code} is for {day}; the day on the paper must be that day, check the paper.</translation>
    </message>
    <message>
      <source>Số {case_code} không có trong các số đã cấp ra giấy; hãy chọn số trong danh sách.</source>
      <translation>Number {case_code} is not among those on paper; choose one from the list.</translation>
    </message>
    <message>
      <source>Số {case_code} trên giấy đã được nhập rồi; hãy mở hồ sơ đó để kiểm tra.</source>
      <translation>Number {case_code} was keyed in already; open that case to check.</translation>
    </message>
    <message>
      <source>Số đã cấp ra giấy là của đơn vị mình, không dùng cho hồ sơ nhận hộ; hãy tiếp nhận bằng số mới.</source>
      <translation>Numbers on paper are our own, not for cases of other agencies; receive it with a new number.</translation>
    </message>
    <message>
      <source>Sự kiện {seq} của nhật ký quá lớn hoặc sai dạng nên không gửi được; hãy báo cán bộ tin học.</source>
      <translation>Event {seq} of the log is too large or not well-formed and cannot be sent; call your IT person.</translation>
    </message>
    <message>
      <source>Theo đồng hồ máy này, chứng thư của máy chủ cấp trên chưa đến hạn dùng hoặc đã hết hạn; chưa gửi gì, hãy xem lại ngày giờ của máy, nếu đúng thì báo cán bộ tin học.</source>
      <translation>By this PC's clock the superior's certificate is not yet or no longer valid; nothing was sent. Check this PC's date and time; if they are right, tell IT.</translation>
    </message>
    <message>
      <source>Theo đồng hồ máy này, chứng thư trong tệp {file} không còn hoặc chưa có hiệu lực ({begins} – {ends}); hãy xem lại ngày giờ của máy, nếu đúng thì xin cán bộ tin học tệp mới.</source>
      <translation>By this PC's clock the certificate in {file} is not valid now ({begins} – {ends}); check the PC's date, and if it is right ask IT for a new file.</translation>
    </message>
    <message>
      <source>Thư mục {path} có dữ liệu không do bản làm thử tạo ra; không xóa gì, hãy chọn thư mục khác.</source>
      <translation>The folder {path} holds data that the demonstration did not make; nothing was deleted, choose another folder.</translation>
    </message>
    <message>
      <source>Thủ tục {code} không còn thời hạn {term} trong danh mục; hãy xem lại thời gian cam kết.</source>
      <translation>Procedure {code} no longer has the term {term} in the catalogue; look at the committed time again.</translation>
    </message>
    <message>
      <source>Thủ tục {code} không có diện miễn “{exemption}”; hãy chọn một trong: {known}.</source>
      <translation>Procedure {code} has no exemption “{exemption}”; choose one of: {known}.</translation>
    </message>
    <message>
      <source>Thủ tục {code} không có trường hợp thu “{choice}”; hãy chọn một trong: {known}.</source>
      <translation>Procedure {code} has no fee case “{choice}”; choose one of: {known}.</translation>
    </message>
    <message>
      <source>Thủ tục {code}: các bước cộng lại {taken}, nhiều hơn thời hạn {most}; hãy giảm bớt.</source>
      <translation>Procedure {code}: the steps add up to {taken}, more than the term {most}; shorten them.</translation>
    </message>
    <message>
      <source>Thủ tục {code}: mức thu không được nhỏ hơn 0; hãy nhập lại.</source>
      <translation>Procedure {code}: a fee cannot be below 0; enter it again.</translation>
    </message>
    <message>
      <source>Thủ tục {code}: {promised} dài hơn thời hạn theo quy định ({by_law}); chỉ được cắt giảm.</source>
      <translation>Procedure {code}: {promised} is longer than the term by law ({by_law}); it may only be shortened.</translation>
    </message>
    <message>
      <source>Tin của cấp trên sai ở mục “{field}” nên không dùng; hãy báo cấp trên.</source>
      <translation>News of the superior are wrong at “{field}” and are not used. Tell the superior.</translation>
    </message>
    <message>
      <source>Tài khoản nhận tiền chưa đúng: {fault}; hãy kiểm tra lại với ngân hàng.</source>
      <translation>The receiving account is not right: {fault}; check it with the bank.</translation>
    </message>
    <message>
      <source>Tên đăng nhập “{staff}” không dùng được; chỉ gồm chữ cái không dấu và chữ số.</source>
      <translation>The login “{staff}” cannot be used; only letters without marks and digits.</translation>
    </message>
    <message>
      <source>Tên đăng nhập “{staff}” đã có; hãy chọn tên khác.</source>
      <translation>The login “{staff}” is taken; choose another.</translation>
    </message>
    <message>
      <source>Tệp bản quét trên máy này đã hỏng hoặc bị xóa; hãy gỡ ra rồi quét lại từ giấy.</source>
      <translation>The scan on this PC is damaged or deleted; take it off and scan the paper again.</translation>
    </message>
    <message>
      <source>Tệp quá lớn (mỗi bản quét nhiều nhất {most}); hãy quét lại ở 200 dpi hoặc chia thành nhiều tệp.</source>
      <translation>The file is too large (a scan has at most {most}); scan again at 200 dpi or split it into several files.</translation>
    </message>
    <message>
      <source>Tệp xác nhận {file} bị cắt giữa chừng; chưa thay đổi gì, hãy xin cấp trên chép lại.</source>
      <translation>Acknowledgement {file} is cut short; nothing changed, ask the superior to copy it again.</translation>
    </message>
    <message>
      <source>Tệp xác nhận {file} là của quầy {desk}; hãy chuyển tệp này cho quầy đó.</source>
      <translation>Acknowledgement {file} is for desk {desk}; pass it on to that desk.</translation>
    </message>
    <message>
      <source>Tệp xác nhận {file} trả lời một lần chép mà máy này chưa từng làm: đĩa đã được khôi phục hoặc sao chép; chưa thay đổi gì, hãy báo cán bộ tin học.</source>
      <translation>Acknowledgement {file} answers a copy that this PC never made: its disk was restored or copied; nothing changed, tell the IT officer.</translation>
    </message>
    <message>
      <source>Tệp xác nhận {file} đã hỏng hoặc bị sửa; chưa thay đổi gì, hãy xin cấp trên chép lại.</source>
      <translation>Acknowledgement {file} is damaged or was changed; nothing changed here, ask the superior to copy it again.</translation>
    </message>
    <message>
      <source>Tệp {file} có khóa bí mật của máy chủ, không được chép ra ngoài; hãy báo cán bộ tin học và xin tệp chỉ có chứng thư gốc.</source>
      <translation>The file {file} has a server's private key in it, which must not be passed around; tell IT and ask for the authority's certificate alone.</translation>
    </message>
    <message>
      <source>Tệp {file} do máy chủ khác ghi, hoặc ghi trước khi quầy đăng ký lại; hãy chép lại ra USB và gửi lại.</source>
      <translation>{file} was written by another server, or before the desk was enrolled anew; copy to a stick and send again.</translation>
    </message>
    <message>
      <source>Tệp {file} không phải tệp chứng thư đọc được (PEM hoặc DER); hãy xin cán bộ tin học tệp chứng thư gốc.</source>
      <translation>The file {file} is no certificate that can be read (PEM or DER); ask IT for the authority's certificate.</translation>
    </message>
    <message>
      <source>Tệp {file} không phải tệp xác nhận của cấp trên (hoặc do bản mới hơn ghi); hãy chọn đúng tệp .qmc.</source>
      <translation>{file} is no acknowledgement of the superior (or of a newer version); choose the right .qmc file.</translation>
    </message>
    <message>
      <source>Tệp {file} là tệp của quầy gửi đi, không phải tệp xác nhận; hãy đưa tệp này cho cấp trên.</source>
      <translation>{file} is what the desk sends, not an acknowledgement; give it to the superior.</translation>
    </message>
    <message>
      <source>Tệp {file} quá lớn: chứng thư riêng của một nơi cấp không quá {most} KB; hãy xin cán bộ tin học tệp chỉ có chứng thư gốc.</source>
      <translation>The file {file} is too large: an authority's own certificates take no more than {most} KB; ask IT for these alone.</translation>
    </message>
    <message>
      <source>Tệp {path} không phải kho dữ liệu của Quầy Một Cửa; hãy chọn đúng thư mục dữ liệu.</source>
      <translation>The file {path} is no store of Quầy Một Cửa; choose the right data folder.</translation>
    </message>
    <message>
      <source>Tệp {path} không phải khung dữ liệu của Quầy Một Cửa; hãy chọn đúng tệp.</source>
      <translation>The file {path} is no frame of Quầy Một Cửa; choose the right file.</translation>
    </message>
    <message>
      <source>Tệp ánh xạ cột {file} không dùng được: {why}.</source>
      <translation>The column mapping {file} cannot be used: {why}.</translation>
    </message>
    <message>
      <source>USB bị rút hoặc hỏng khi đang chép; không mất gì, hồ sơ vẫn ở quầy, hãy cắm lại rồi chép lại.</source>
      <translation>The stick was pulled or failed while copying; nothing is lost, the cases are still here: plug it in and copy again.</translation>
    </message>
    <message>
      <source>USB không cho ghi; hãy gạt khóa chống ghi trên USB hoặc dùng USB khác.</source>
      <translation>The stick cannot be written to; slide its lock back, or use another stick.</translation>
    </message>
    <message>
      <source>USB không đủ chỗ (cần {needed} KB); hãy xóa bớt tệp trên USB rồi chép lại.</source>
      <translation>The stick has no room ({needed} KB needed); delete files on it and copy again.</translation>
    </message>
    <message>
      <source>Việc này cần lý do và ý kiến của lãnh đạo: {why}.</source>
      <translation>This needs a reason and a leader's word: {why}.</translation>
    </message>
    <message>
      <source>Việc này do {name} làm; người đó hoặc lãnh đạo mới hoàn tác được.</source>
      <translation>{name} did this; only that person or a lead can take it back.</translation>
    </message>
    <message>
      <source>Việc “{act}” cần quyền {roles}; hãy nhờ người có quyền đăng nhập.</source>
      <translation>“{act}” needs the role {roles}; ask somebody who has it to sign in.</translation>
    </message>
    <message>
      <source>{day} chưa ghi lý do hoặc số văn bản; hãy điền đủ rồi lưu lại.</source>
      <translation>{day} has no reason or decision number; fill both in and save again.</translation>
    </message>
    <message>
      <source>{day} không sau ngày hẹn cũ ({due}) hoặc đã qua; hãy chọn một ngày làm việc muộn hơn.</source>
      <translation>{day} is not after the old date ({due}), or is over; choose a later working day.</translation>
    </message>
    <message>
      <source>{day} {why}, không hẹn trả được; hãy chọn một ngày làm việc.</source>
      <translation>{day} {why}: nothing can be due then; choose a working day.</translation>
    </message>
    <message>
      <source>{place} nằm trong thư mục dữ liệu của quầy; hãy chọn ổ USB hoặc ổ thứ hai.</source>
      <translation>{place} lies in the desk's own data folder; choose a USB stick or a second drive.</translation>
    </message>
    <message>
      <source>Đã dùng {used} trong định mức {most} một ngày của đường truyền; phần còn lại gửi ngày mai, hoặc nâng định mức rồi gửi lại.</source>
      <translation>The line has used {used} of {most} allowed a day; the rest goes tomorrow, or allow more and send again.</translation>
    </message>
    <message>
      <source>Đã dừng chép ra USB; trên USB không có tệp mới, hồ sơ vẫn ở quầy.</source>
      <translation>Copying was stopped; no new file is on the stick, the cases are still here.</translation>
    </message>
    <message>
      <source>Đường truyền bị ngắt giữa chừng; lần sau gửi tiếp từ chỗ dừng, không trùng, không mất.</source>
      <translation>The line was cut half-way; next time it goes on where it stopped, nothing twice, nothing lost.</translation>
    </message>
    <message>
      <source>Địa chỉ máy chủ “{url}” không đúng dạng; hãy chép lại từ phiếu đăng ký.</source>
      <translation>“{url}” is no server address; copy it again from the enrolment slip.</translation>
    </message>
    <message>
      <source>Đọc lại từ USB thì khác với dữ liệu đã ghi: USB hỏng; hồ sơ vẫn ở quầy, hãy dùng USB khác.</source>
      <translation>The stick gives back other bytes than were written: it is broken; the cases are still here, use another stick.</translation>
    </message>
    <message>
      <source>Đồng hồ máy đang lùi trước lần ghi cuối ({last}); hãy chỉnh lại ngày giờ rồi làm tiếp. Nếu giờ hiện nay đã đúng, lãnh đạo xác nhận bằng lệnh desk-app clock.</source>
      <translation>The PC's clock stands before the last entry ({last}); set date and time right, then go on. If the time now is right, a leader confirms it by the command desk-app clock.</translation>
    </message>
    <message>
      <source>Ổ đĩa không đọc hoặc ghi được kho dữ liệu; hãy kiểm tra ổ đĩa và báo cán bộ tin học.</source>
      <translation>The disk cannot read or write the store; check the disk and tell the IT person.</translation>
    </message>
    <message>
      <source>Ổ đĩa đã đầy nên chưa lưu được; hãy xóa bớt tệp rồi bấm lại, nội dung đang nhập vẫn còn.</source>
      <translation>The disk is full, so nothing was stored; delete some files and press again, what you typed is still there.</translation>
    </message>
    <message>
      <source>“{text}” chưa rõ năm 19… hay 20…; hãy gõ đủ bốn chữ số của năm sinh.</source>
      <translation>“{text}” may be 19… or 20…; type all four digits of the year.</translation>
    </message>
    <message>
      <source>“{text}” không phải là ngày có thật; hãy nhập dạng ngày/tháng/năm.</source>
      <translation>“{text}” is no real date; write day/month/year.</translation>
    </message>
    <message>
      <source>“{text}” không phải mã hồ sơ của cấp trên; hãy gõ đúng như trên hệ thống, ví dụ H56.22.17-261123-0975.</source>
      <translation>“{text}” is no case code of the superior's; type it as the system shows it, such as H56.22.17-261123-0975.</translation>
    </message>
    <message>
      <source>“{text}” không phải mã định danh của một đơn vị; hãy gõ như H56.22.18.</source>
      <translation>“{text}” is no code of an agency; type it like H56.22.18.</translation>
    </message>
    <message>
      <source>“{text}” không phải tên quầy; hãy gõ như trên phiếu khôi phục, ví dụ H56.22.17/1.</source>
      <translation>“{text}” is no desk; type it as the recovery slip has it, for instance H56.22.17/1.</translation>
    </message>
    <message>
      <source>“{text}” không phải địa chỉ máy chủ; hãy gõ như trên phiếu đăng ký, bắt đầu bằng https://</source>
      <translation>“{text}” is no address of a server; type it as on the enrolment slip, beginning with https://</translation>
    </message>
    <message>
      <source>“{text}” là ngày chưa tới; hãy xem lại năm sinh.</source>
      <translation>“{text}” is yet to come; look at the year of birth again.</translation>
    </message>
  </context>
  <context>
    <name>words</name>
    <message>
      <source> sau {last}</source>
      <translation> after {last}</translation>
    </message>
    <message>
      <source>1. Cắm USB, chọn USB rồi bấm F9. Chờ đến khi màn hình báo có thể rút USB.</source>
      <translation>1. Plug in a stick, choose it and press F9. Wait until the screen says that you may pull it.</translation>
    </message>
    <message>
      <source>19… hay 20…?</source>
      <translation>19… or 20…?</translation>
    </message>
    <message>
      <source>2. Mang USB đến cấp trên. Tệp đã mã hóa, chỉ máy chủ cấp trên mở được.</source>
      <translation>2. Take it to the superior. The file is sealed: only the superior's server can open it.</translation>
    </message>
    <message>
      <source>3. Mang USB có tệp xác nhận về, cắm vào máy này rồi bấm Alt+X.</source>
      <translation>3. Bring it back with the acknowledgement, plug it into this PC and press Alt+X.</translation>
    </message>
    <message>
      <source>Biên lai</source>
      <translation>Fee receipt</translation>
    </message>
    <message>
      <source>Biên lai ghi hai lần: {marks}.</source>
      <translation>Fee receipts recorded twice: {marks}.</translation>
    </message>
    <message numerus="yes">
      <source>Biên lai {kind}: {first}–{last} ({n})</source>
      <translation>
        <numerusform>Biên lai {kind}: {first}–{last} ({n})</numerusform>
        <numerusform>Biên lai {kind}: {first}–{last} ({n})</numerusform>
      </translation>
    </message>
    <message>
      <source>Biểu mẫu</source>
      <translation>Forms</translation>
    </message>
    <message>
      <source>Biểu mức thu</source>
      <translation>Fee table</translation>
    </message>
    <message>
      <source>Bàn giao</source>
      <translation>Handed on</translation>
    </message>
    <message numerus="yes">
      <source>Bàn giao {n} hồ sơ.</source>
      <translation>
        <numerusform>{n} case handed on.</numerusform>
        <numerusform>{n} cases handed on.</numerusform>
      </translation>
    </message>
    <message>
      <source>Báo cáo</source>
      <translation>Reports</translation>
    </message>
    <message>
      <source>Báo cáo số hồ sơ, số giấy</source>
      <translation>Report on case and slip numbers</translation>
    </message>
    <message numerus="yes">
      <source>Bản sao lưu mới nhất đã cách đây {n} ngày.</source>
      <translation>
        <numerusform>The newest backup is {n} day old.</numerusform>
        <numerusform>The newest backup is {n} days old.</numerusform>
      </translation>
    </message>
    <message>
      <source>Bổ sung</source>
      <translation>Supplements</translation>
    </message>
    <message>
      <source>Bộ phận Tiếp nhận và Trả kết quả</source>
      <translation>Reception and results desk</translation>
    </message>
    <message>
      <source>Bớt giấy tờ: {name}</source>
      <translation>Paper taken out: {name}</translation>
    </message>
    <message>
      <source>CMND 9 số</source>
      <translation>9-digit ID (old)</translation>
    </message>
    <message>
      <source>Chi tiết ở F8.</source>
      <translation>More at F8.</translation>
    </message>
    <message>
      <source>Chuyển khoản</source>
      <translation>Transfer</translation>
    </message>
    <message>
      <source>Chuyển khoản {amount}</source>
      <translation>Transfer {amount}</translation>
    </message>
    <message>
      <source>Chuyển xử lý</source>
      <translation>Forward</translation>
    </message>
    <message>
      <source>Chép ra USB</source>
      <translation>Copy to USB</translation>
    </message>
    <message>
      <source>Chưa chuyển xử lý</source>
      <translation>Not forwarded yet</translation>
    </message>
    <message>
      <source>Chưa chọn trường hợp: {choices}.</source>
      <translation>Which case is not chosen yet: {choices}.</translation>
    </message>
    <message>
      <source>Chưa có bản sao lưu nào được kiểm tra.</source>
      <translation>There is no verified backup.</translation>
    </message>
    <message>
      <source>Chưa có giấy tờ</source>
      <translation>No document</translation>
    </message>
    <message>
      <source>Chưa có hiệu lực, áp dụng từ {first}{by}.</source>
      <translation>Not in force yet; applies from {first}{by}.</translation>
    </message>
    <message>
      <source>Chưa có mức thu cho hình thức nộp này.</source>
      <translation>There is no fee for this way of handing in yet.</translation>
    </message>
    <message>
      <source>Chưa có mức thu cho thủ tục này.</source>
      <translation>There is no fee for this procedure yet.</translation>
    </message>
    <message>
      <source>Chưa có mức thu cho trường hợp này.</source>
      <translation>There is no fee for this case yet.</translation>
    </message>
    <message>
      <source>Chưa sửa gì.</source>
      <translation>Nothing changed yet.</translation>
    </message>
    <message>
      <source>Chưa xác thực</source>
      <translation>Not checked yet</translation>
    </message>
    <message>
      <source>Chưa đến lấy kết quả</source>
      <translation>Not collected</translation>
    </message>
    <message>
      <source>Chỉ mức thu chung của cả nước</source>
      <translation>The country's fees only</translation>
    </message>
    <message>
      <source>Chọn bản quét</source>
      <translation>Choose scans</translation>
    </message>
    <message>
      <source>Chọn thư mục</source>
      <translation>Choose a folder</translation>
    </message>
    <message>
      <source>Chọn trường hợp</source>
      <translation>Choose which</translation>
    </message>
    <message>
      <source>Chờ bổ sung</source>
      <translation>Awaiting supplement</translation>
    </message>
    <message>
      <source>Chờ cấp trên xử lý; quầy không phải làm gì</source>
      <translation>Wait for the superior; nothing to do at the desk</translation>
    </message>
    <message>
      <source>Chờ người dân</source>
      <translation>Waiting for citizens</translation>
    </message>
    <message>
      <source>Chờ người dân bổ sung giấy tờ hoặc nộp tiền; quá ngày cuối mà không bổ sung thì được đóng hồ sơ.</source>
      <translation>The citizen is to bring papers or pay; once the last day for papers is over the case may be closed.</translation>
    </message>
    <message>
      <source>Chờ nộp tiền</source>
      <translation>Awaiting payment</translation>
    </message>
    <message>
      <source>Chờ trả kết quả</source>
      <translation>Result waiting</translation>
    </message>
    <message>
      <source>Chờ đến hết {day}</source>
      <translation>Waiting until {day}</translation>
    </message>
    <message>
      <source>Chủ Nhật</source>
      <translation>Sunday</translation>
    </message>
    <message>
      <source>Chủ hồ sơ</source>
      <translation>Applicant</translation>
    </message>
    <message>
      <source>Chứng thực máy chủ</source>
      <translation>Server's identity</translation>
    </message>
    <message>
      <source>Cuối ngày</source>
      <translation>End of day</translation>
    </message>
    <message>
      <source>Cá nhân, tổ chức</source>
      <translation>Applicant</translation>
    </message>
    <message>
      <source>Cán bộ trong xã</source>
      <translation>Officer of the commune</translation>
    </message>
    <message>
      <source>Còn lại trong ngày</source>
      <translation>Left for the day</translation>
    </message>
    <message>
      <source>Còn thiếu: {papers}</source>
      <translation>Still missing: {papers}</translation>
    </message>
    <message numerus="yes">
      <source>Còn {n} giấy tiếp nhận chưa in (mới nhất {code}); mở hồ sơ ở F3 để in.</source>
      <translation>
        <numerusform>{n} receipt is not printed yet ({code}); open the case at F3 to print it.</numerusform>
        <numerusform>{n} receipts are not printed yet (newest: {code}); open the cases at F3 to print them.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Còn {n} hồ sơ của ngày trước chưa gửi được.</source>
      <translation>
        <numerusform>{n} case of before the closing has not been sent.</numerusform>
        <numerusform>{n} cases of before the closing have not been sent.</numerusform>
      </translation>
    </message>
    <message>
      <source>Có kết quả</source>
      <translation>Result recorded</translation>
    </message>
    <message numerus="yes">
      <source>Có kết quả {n}</source>
      <translation>
        <numerusform>Results {n}</numerusform>
        <numerusform>Results {n}</numerusform>
      </translation>
    </message>
    <message>
      <source>Công dân</source>
      <translation>Citizen</translation>
    </message>
    <message>
      <source>Căn cứ</source>
      <translation>Legal basis</translation>
    </message>
    <message>
      <source>Cơ quan</source>
      <translation>Agency</translation>
    </message>
    <message>
      <source>Cơ quan khác</source>
      <translation>Another agency</translation>
    </message>
    <message>
      <source>Cấp giải quyết</source>
      <translation>Settled by</translation>
    </message>
    <message>
      <source>Cấp trên</source>
      <translation>Superior</translation>
    </message>
    <message>
      <source>Cấp trên (liên thông)</source>
      <translation>The superior (linked)</translation>
    </message>
    <message numerus="yes">
      <source>Cấp trên trả lại {n} hồ sơ: xem ở F7.</source>
      <translation>
        <numerusform>The superior returned {n} case: see F7.</numerusform>
        <numerusform>The superior returned {n} cases: see F7.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Cấp trên đã nhận thêm {n} hồ sơ từ lúc khóa sổ.</source>
      <translation>
        <numerusform>The superior received {n} more case since the closing.</numerusform>
        <numerusform>The superior received {n} more cases since the closing.</numerusform>
      </translation>
    </message>
    <message>
      <source>Danh mục</source>
      <translation>Catalogue</translation>
    </message>
    <message>
      <source>Danh mục thủ tục</source>
      <translation>Catalogue of procedures</translation>
    </message>
    <message>
      <source>Danh sách bàn giao hồ sơ</source>
      <translation>Cases handed on</translation>
    </message>
    <message>
      <source>Danh sách thu phí, lệ phí</source>
      <translation>Fees collected</translation>
    </message>
    <message>
      <source>Dây mạng</source>
      <translation>Network cable</translation>
    </message>
    <message>
      <source>Dừng chép, quay lại</source>
      <translation>Stop, go back</translation>
    </message>
    <message>
      <source>Dừng gửi</source>
      <translation>Stop sending</translation>
    </message>
    <message>
      <source>Dừng hồ sơ {code} theo đề nghị? Chỉ hoàn tác được trong ít phút.</source>
      <translation>Stop case {code} as asked? It can be taken back within a few minutes only.</translation>
    </message>
    <message>
      <source>Dừng theo đề nghị</source>
      <translation>Stop on request</translation>
    </message>
    <message numerus="yes">
      <source>Dừng {n}</source>
      <translation>
        <numerusform>Stopped {n}</numerusform>
        <numerusform>Stopped {n}</numerusform>
      </translation>
    </message>
    <message>
      <source>Dữ liệu</source>
      <translation>Data</translation>
    </message>
    <message>
      <source>Email</source>
      <translation>E-mail</translation>
    </message>
    <message>
      <source>Ghi chú</source>
      <translation>Note</translation>
    </message>
    <message>
      <source>Ghi nhận đã có kết quả</source>
      <translation>Record the result</translation>
    </message>
    <message>
      <source>Ghi nhận đã nộp tiền</source>
      <translation>Record the payment</translation>
    </message>
    <message>
      <source>Ghi đã nộp tiền</source>
      <translation>Record payment</translation>
    </message>
    <message>
      <source>Gia hạn</source>
      <translation>Extension</translation>
    </message>
    <message>
      <source>Giấy tiếp nhận</source>
      <translation>Receipt</translation>
    </message>
    <message>
      <source>Giấy tờ khác</source>
      <translation>Another paper</translation>
    </message>
    <message>
      <source>Giấy tờ tùy thân (mất giấy tiếp nhận)</source>
      <translation>Identity paper (receipt lost)</translation>
    </message>
    <message>
      <source>Giấy tờ đã nộp</source>
      <translation>Papers handed in</translation>
    </message>
    <message>
      <source>Giới tính</source>
      <translation>Sex</translation>
    </message>
    <message>
      <source>Giờ</source>
      <translation>Time</translation>
    </message>
    <message>
      <source>Giờ nhận ghi trên giấy</source>
      <translation>Hour of receipt on the paper</translation>
    </message>
    <message>
      <source>Gõ tay; theo biểu {amount}: {words}</source>
      <translation>Typed; by the table {amount}: {words}</translation>
    </message>
    <message>
      <source>Gỡ bản quét</source>
      <translation>Scan taken off</translation>
    </message>
    <message>
      <source>Gửi bằng USB</source>
      <translation>Send by USB</translation>
    </message>
    <message>
      <source>Gửi ngay</source>
      <translation>Send now</translation>
    </message>
    <message>
      <source>Gửi trực tuyến lúc</source>
      <translation>Filed online at</translation>
    </message>
    <message>
      <source>Gửi về cấp trên</source>
      <translation>Send to the superior</translation>
    </message>
    <message>
      <source>Hoàn tác</source>
      <translation>Undo</translation>
    </message>
    <message>
      <source>Hoàn tác việc vừa làm</source>
      <translation>Take back what was just done</translation>
    </message>
    <message>
      <source>Hình thức</source>
      <translation>Way</translation>
    </message>
    <message>
      <source>Hình thức nộp</source>
      <translation>How submitted</translation>
    </message>
    <message>
      <source>Hôm nay phải trả kết quả. Dòng ghi “phần của xã” thì hôm nay phải chuyển đi; ngày hẹn trả muộn hơn.</source>
      <translation>The result is due today. Where a row says “commune’s part”, the case must be forwarded today; its due date is later.</translation>
    </message>
    <message>
      <source>Hôm nay, {time}</source>
      <translation>Today, {time}</translation>
    </message>
    <message numerus="yes">
      <source>Hướng dẫn, không tiếp nhận {n}</source>
      <translation>
        <numerusform>Guided or not received {n}</numerusform>
        <numerusform>Guided or not received {n}</numerusform>
      </translation>
    </message>
    <message>
      <source>Hạn</source>
      <translation>Limit</translation>
    </message>
    <message>
      <source>Hẹn trả</source>
      <translation>Due</translation>
    </message>
    <message>
      <source>Họ tên</source>
      <translation>The name</translation>
    </message>
    <message>
      <source>Họ tên người nộp thay</source>
      <translation>Submitter's name</translation>
    </message>
    <message>
      <source>Họ và tên, tên tổ chức</source>
      <translation>Full name, or name of the organisation</translation>
    </message>
    <message>
      <source>Hồ sơ</source>
      <translation>Cases</translation>
    </message>
    <message>
      <source>Hồ sơ sắp đến hạn</source>
      <translation>Cases that cannot wait</translation>
    </message>
    <message>
      <source>Hồ sơ {code} không cần bổ sung nữa, được giải quyết tiếp.</source>
      <translation>Case {code} needs nothing more and goes on.</translation>
    </message>
    <message>
      <source>Hộ KD, doanh nghiệp</source>
      <translation>Business</translation>
    </message>
    <message>
      <source>Hộ chiếu</source>
      <translation>Passport</translation>
    </message>
    <message>
      <source>Hủy khoản thu</source>
      <translation>Cancel a collection</translation>
    </message>
    <message>
      <source>Hủy mã trong ngày</source>
      <translation>Void today's number</translation>
    </message>
    <message>
      <source>Hủy mã trong ngày (F6), tiếp nhận lại với mã khác</source>
      <translation>Void the code today (F6), receive again with another</translation>
    </message>
    <message>
      <source>Hủy mã {code}? Việc này không hoàn tác được.</source>
      <translation>Make number {code} void? This cannot be undone.</translation>
    </message>
    <message>
      <source>In</source>
      <translation>Printed</translation>
    </message>
    <message>
      <source>In bảng kê đối soát</source>
      <translation>Print the reconciliation sheet</translation>
    </message>
    <message>
      <source>In sổ theo dõi và danh sách thu</source>
      <translation>Print register and collected list</translation>
    </message>
    <message>
      <source>Khác</source>
      <translation>Other</translation>
    </message>
    <message>
      <source>Khóa sổ</source>
      <translation>Close the day</translation>
    </message>
    <message numerus="yes">
      <source>Khóa sổ bổ sung lần {n}</source>
      <translation>
        <numerusform>Additional closing {n}</numerusform>
        <numerusform>Additional closing {n}</numerusform>
      </translation>
    </message>
    <message>
      <source>Không còn áp dụng{since}: {ending}{by}.</source>
      <translation>No longer applies{since}: {ending}{by}.</translation>
    </message>
    <message>
      <source>Không có thư xin lỗi nào chưa in.</source>
      <translation>No apology is left to print.</translation>
    </message>
    <message>
      <source>Không có trong danh mục theo {absent_from}; kiểm tra trước khi tiếp nhận.</source>
      <translation>Not in the catalogue of {absent_from}; check before receiving.</translation>
    </message>
    <message>
      <source>Không cần bổ sung nữa</source>
      <translation>Do without the rest</translation>
    </message>
    <message>
      <source>Không cần nữa: {papers} ({why})</source>
      <translation>Not needed any more: {papers} ({why})</translation>
    </message>
    <message>
      <source>Không miễn</source>
      <translation>No exemption</translation>
    </message>
    <message>
      <source>Không phải mã của thẻ căn cước, hoặc mã bị cắt.</source>
      <translation>This is no code of a citizen card, or it was cut off.</translation>
    </message>
    <message>
      <source>Không thiếu số nào.</source>
      <translation>No number is missing.</translation>
    </message>
    <message>
      <source>Không thu: {why}</source>
      <translation>Nothing is taken: {why}</translation>
    </message>
    <message>
      <source>Không đọc được giới tính; hãy chọn tay.</source>
      <translation>The sex could not be read; choose it by hand.</translation>
    </message>
    <message>
      <source>Không đọc được {what}; hãy nhập tay.</source>
      <translation>Not readable: {what}; type it in.</translation>
    </message>
    <message>
      <source>Kiểm số</source>
      <translation>Numbers</translation>
    </message>
    <message>
      <source>Ký hiệu “{sign}” khác dạng thường gặp AA-26T; hãy xem lại.</source>
      <translation>Sign “{sign}” is unlike the usual AA-26T; please look again.</translation>
    </message>
    <message>
      <source>Kết quả</source>
      <translation>Result</translation>
    </message>
    <message>
      <source>Kết quả thu hồi</source>
      <translation>Results recalled</translation>
    </message>
    <message>
      <source>Kết quả đã có ở quầy mà chưa ai đến lấy.</source>
      <translation>The result lies at the desk and nobody has come for it.</translation>
    </message>
    <message>
      <source>Kết thúc</source>
      <translation>End</translation>
    </message>
    <message>
      <source>Loại</source>
      <translation>Kind</translation>
    </message>
    <message>
      <source>Loại giấy tờ</source>
      <translation>Kind of ID</translation>
    </message>
    <message>
      <source>Loại phí, lệ phí</source>
      <translation>Fee</translation>
    </message>
    <message>
      <source>Loại tệp:</source>
      <translation>Type:</translation>
    </message>
    <message>
      <source>Lãnh đạo đồng ý yêu cầu lại: {leader}</source>
      <translation>Leader who agreed to ask again: {leader}</translation>
    </message>
    <message>
      <source>Lý do</source>
      <translation>Reason</translation>
    </message>
    <message>
      <source>Lĩnh vực</source>
      <translation>Field</translation>
    </message>
    <message>
      <source>Lệ phí</source>
      <translation>Charge</translation>
    </message>
    <message>
      <source>Lịch làm việc</source>
      <translation>Calendar</translation>
    </message>
    <message>
      <source>MST, mã cơ quan</source>
      <translation>Tax or agency</translation>
    </message>
    <message>
      <source>Miễn: {reason}</source>
      <translation>Exempt: {reason}</translation>
    </message>
    <message>
      <source>Màu</source>
      <translation>Colour</translation>
    </message>
    <message>
      <source>Máy chủ cấp trên</source>
      <translation>Superior's server</translation>
    </message>
    <message>
      <source>Mã cần xác minh với danh mục của tỉnh trước khi tiếp nhận.</source>
      <translation>The code must be checked with the province's catalogue before receiving.</translation>
    </message>
    <message>
      <source>Mã hồ sơ</source>
      <translation>Case code</translation>
    </message>
    <message>
      <source>Mã hồ sơ trực tuyến</source>
      <translation>Online dossier's code</translation>
    </message>
    <message>
      <source>Mã hồ sơ đã hủy</source>
      <translation>Case codes voided</translation>
    </message>
    <message>
      <source>Mã nơi đăng ký khai sinh {place} không có trong danh sách tỉnh; hãy xem lại.</source>
      <translation>The code {place} is in no list of provinces; look again.</translation>
    </message>
    <message>
      <source>Mã tra cứu</source>
      <translation>Look-up code</translation>
    </message>
    <message>
      <source>Mất đường truyền, đang thử lại lần {times}</source>
      <translation>The line is gone, trying again: {times}</translation>
    </message>
    <message>
      <source>Mẫu số “{form}” khác dạng thường gặp 01BLP2-001; hãy xem lại.</source>
      <translation>The form “{form}” is not of the usual form 01BLP2-001; look again.</translation>
    </message>
    <message>
      <source>Mở hồ sơ bị trả lại</source>
      <translation>Open the case</translation>
    </message>
    <message>
      <source>Mở hồ sơ, kiểm tra rồi sửa; hoặc báo cấp trên</source>
      <translation>Open the case, check and correct it; or tell the superior</translation>
    </message>
    <message>
      <source>Mở hồ sơ, sửa mục sai (F6) rồi gửi lại</source>
      <translation>Open the case, correct what is wrong (F6), send again</translation>
    </message>
    <message>
      <source>Mức chung</source>
      <translation>The general fee</translation>
    </message>
    <message>
      <source>Mức thu do Hội đồng nhân dân cấp tỉnh quy định; xã chưa khai.</source>
      <translation>The province's people's council sets the fee; the commune has not entered it.</translation>
    </message>
    <message>
      <source>Mức thu do xã khai</source>
      <translation>Set by the commune</translation>
    </message>
    <message>
      <source>Nam</source>
      <translation>Male</translation>
    </message>
    <message>
      <source>Nghĩa vụ tài chính</source>
      <translation>Financial obligation</translation>
    </message>
    <message>
      <source>Nguồn</source>
      <translation>Source</translation>
    </message>
    <message>
      <source>Ngày</source>
      <translation>Day</translation>
    </message>
    <message>
      <source>Ngày sinh</source>
      <translation>Born</translation>
    </message>
    <message>
      <source>Ngày {day} chưa khóa sổ.</source>
      <translation>{day} was not closed.</translation>
    </message>
    <message>
      <source>Ngày, loại giấy</source>
      <translation>Day or paper</translation>
    </message>
    <message>
      <source>Người lập</source>
      <translation>Made by</translation>
    </message>
    <message>
      <source>Người nộp</source>
      <translation>Submitter</translation>
    </message>
    <message>
      <source>Người nộp thay</source>
      <translation>Submitter</translation>
    </message>
    <message>
      <source>Người thu, ghi chú</source>
      <translation>Collected by, note</translation>
    </message>
    <message>
      <source>Nhận</source>
      <translation>Received</translation>
    </message>
    <message>
      <source>Nhận bổ sung</source>
      <translation>Take the supplement</translation>
    </message>
    <message numerus="yes">
      <source>Nhận bổ sung {n}</source>
      <translation>
        <numerusform>Supplemented {n}</numerusform>
        <numerusform>Supplemented {n}</numerusform>
      </translation>
    </message>
    <message>
      <source>Nhận kết quả</source>
      <translation>Result goes</translation>
    </message>
    <message>
      <source>Nhận lúc</source>
      <translation>Received at</translation>
    </message>
    <message>
      <source>Nhận lại</source>
      <translation>Take back</translation>
    </message>
    <message>
      <source>Nhận một phần {when}: {papers}</source>
      <translation>A part came {when}: {papers}</translation>
    </message>
    <message>
      <source>Nhận thay cho</source>
      <translation>Received for</translation>
    </message>
    <message numerus="yes">
      <source>Nhận {n} hồ sơ, đã trả {returned}.</source>
      <translation>
        <numerusform>{n} case received, {returned} returned.</numerusform>
        <numerusform>{n} cases received, {returned} returned.</numerusform>
      </translation>
    </message>
    <message>
      <source>Nhật ký cũ không ghi tiêu đề phiếu: hãy xem tên cơ quan trên giấy in đầu tiên.</source>
      <translation>The old log does not say the letterhead: look at the agency's name on the first paper that is printed.</translation>
    </message>
    <message>
      <source>Nơi cư trú</source>
      <translation>The residence</translation>
    </message>
    <message>
      <source>Nơi trả, ghi chú</source>
      <translation>Returned at, note</translation>
    </message>
    <message>
      <source>Nộp hộ đơn vị khác</source>
      <translation>For another agency</translation>
    </message>
    <message>
      <source>Nộp thay theo ủy quyền</source>
      <translation>Authorised by the applicant</translation>
    </message>
    <message>
      <source>Nữ</source>
      <translation>Female</translation>
    </message>
    <message>
      <source>Phiếu kiểm soát</source>
      <translation>Control slip</translation>
    </message>
    <message>
      <source>Phiếu nhận bổ sung một phần</source>
      <translation>Slip for a part of a supplement</translation>
    </message>
    <message>
      <source>Phiếu thu hồi kết quả</source>
      <translation>Recall slip</translation>
    </message>
    <message>
      <source>Phiếu thu tạm</source>
      <translation>Fee note</translation>
    </message>
    <message>
      <source>Phiếu trả kết quả</source>
      <translation>Return slip</translation>
    </message>
    <message>
      <source>Phiếu từ chối</source>
      <translation>Refusal</translation>
    </message>
    <message>
      <source>Phiếu yêu cầu bổ sung</source>
      <translation>Supplement request</translation>
    </message>
    <message>
      <source>Phí</source>
      <translation>Fee</translation>
    </message>
    <message>
      <source>Phí, lệ phí</source>
      <translation>Fees</translation>
    </message>
    <message>
      <source>Phần mềm gặp lỗi; hồ sơ đã lưu không mất. Hãy làm tiếp, và gửi tệp {path} cho cán bộ tin học.</source>
      <translation>The program made a mistake; stored cases are safe. Go on working, and send the file {path} to the IT person.</translation>
    </message>
    <message>
      <source>Qua VNeID</source>
      <translation>By VNeID</translation>
    </message>
    <message>
      <source>Qua bưu chính</source>
      <translation>By post</translation>
    </message>
    <message>
      <source>Qua đầu đọc thẻ</source>
      <translation>By card reader</translation>
    </message>
    <message>
      <source>Quy trình</source>
      <translation>Process</translation>
    </message>
    <message>
      <source>Quy tắc thời hạn</source>
      <translation>Rules of time</translation>
    </message>
    <message>
      <source>Quyết định</source>
      <translation>Decision</translation>
    </message>
    <message>
      <source>Quyển {book}, số {number}</source>
      <translation>Book {book}, number {number}</translation>
    </message>
    <message>
      <source>Quá hạn</source>
      <translation>Overdue</translation>
    </message>
    <message>
      <source>Quá thời hạn mà không bổ sung hồ sơ theo yêu cầu</source>
      <translation>Quá thời hạn mà không bổ sung hồ sơ theo yêu cầu</translation>
    </message>
    <message>
      <source>Quầy</source>
      <translation>Desk</translation>
    </message>
    <message>
      <source>Quầy Một Cửa</source>
      <translation>Quầy Một Cửa</translation>
    </message>
    <message>
      <source>Rút USB sớm hay làm mất USB cũng không mất hồ sơ: hồ sơ chỉ thôi chờ gửi khi có xác nhận.</source>
      <translation>Pulling the stick early or losing it loses no case: cases wait until the acknowledgement is read.</translation>
    </message>
    <message>
      <source>Rút hồ sơ</source>
      <translation>Withdraw</translation>
    </message>
    <message>
      <source>Rút hồ sơ {code} và trả lại giấy tờ? Chỉ hoàn tác được trong ít phút.</source>
      <translation>Withdraw case {code} and give the papers back? It can be taken back within a few minutes only.</translation>
    </message>
    <message numerus="yes">
      <source>Rút {n}</source>
      <translation>
        <numerusform>Withdrawn {n}</numerusform>
        <numerusform>Withdrawn {n}</numerusform>
      </translation>
    </message>
    <message>
      <source>Sao lưu và kiểm tra bản sao</source>
      <translation>Back up and verify</translation>
    </message>
    <message>
      <source>Sắp đến hạn</source>
      <translation>Due soon</translation>
    </message>
    <message>
      <source>Số</source>
      <translation>Number</translation>
    </message>
    <message>
      <source>Số bộ</source>
      <translation>Sets</translation>
    </message>
    <message>
      <source>Số bộ hồ sơ</source>
      <translation>Number of sets</translation>
    </message>
    <message>
      <source>Số giấy không còn giá trị</source>
      <translation>Slips no longer valid</translation>
    </message>
    <message>
      <source>Số giấy trong năm</source>
      <translation>Slip numbers of the year</translation>
    </message>
    <message>
      <source>Số giấy tờ</source>
      <translation>ID number</translation>
    </message>
    <message>
      <source>Số giấy tờ người nộp thay</source>
      <translation>Submitter's ID</translation>
    </message>
    <message>
      <source>Số giấy đã cấp</source>
      <translation>Number from paper</translation>
    </message>
    <message>
      <source>Số hồ sơ trong ngày</source>
      <translation>Case serials of the day</translation>
    </message>
    <message>
      <source>Số tiền</source>
      <translation>Amount</translation>
    </message>
    <message>
      <source>Số đã hủy</source>
      <translation>Voids</translation>
    </message>
    <message>
      <source>Số định danh cho giới tính {sex}, khác giới tính đã ghi.</source>
      <translation>The personal ID says {sex}, unlike the sex given here.</translation>
    </message>
    <message>
      <source>Số định danh cho năm sinh {year}, khác ngày sinh đã ghi.</source>
      <translation>The personal ID says born in {year}, unlike the birth date given here.</translation>
    </message>
    <message>
      <source>Số định danh phải có đúng 12 chữ số.</source>
      <translation>A personal ID has exactly 12 digits.</translation>
    </message>
    <message>
      <source>Số, ký hiệu kết quả</source>
      <translation>Result number</translation>
    </message>
    <message>
      <source>Sổ số đã hủy</source>
      <translation>Void register</translation>
    </message>
    <message>
      <source>Sổ theo dõi</source>
      <translation>Register</translation>
    </message>
    <message>
      <source>Sổ theo dõi hồ sơ</source>
      <translation>Register of cases</translation>
    </message>
    <message>
      <source>Sổ {book}, số {number}</source>
      <translation>Book {book}, number {number}</translation>
    </message>
    <message>
      <source>Sửa</source>
      <translation>Corrections</translation>
    </message>
    <message>
      <source>Sửa danh mục và thiết lập</source>
      <translation>Edit catalogue and settings</translation>
    </message>
    <message>
      <source>Sửa hồ sơ</source>
      <translation>Correct</translation>
    </message>
    <message>
      <source>Sửa hồ sơ, chọn lại thủ tục (F6) rồi gửi lại</source>
      <translation>Correct the case, choose the procedure again (F6), send again</translation>
    </message>
    <message>
      <source>TT</source>
      <translation>No</translation>
    </message>
    <message>
      <source>Thay bằng</source>
      <translation>Replaced by</translation>
    </message>
    <message>
      <source>Theo danh mục thủ tục</source>
      <translation>By the catalogue</translation>
    </message>
    <message>
      <source>Thiếu</source>
      <translation>Missing</translation>
    </message>
    <message numerus="yes">
      <source>Thiếu {n} số: hãy tìm giấy đã dùng số đó.</source>
      <translation>
        <numerusform>{n} number is missing: look for the paper that used it.</numerusform>
        <numerusform>{n} numbers are missing: look for the papers that used them.</numerusform>
      </translation>
    </message>
    <message>
      <source>Thu hồi kết quả sai</source>
      <translation>Recall a wrong result</translation>
    </message>
    <message>
      <source>Thu phí, lệ phí</source>
      <translation>Collect fees</translation>
    </message>
    <message>
      <source>Thành phần hồ sơ</source>
      <translation>Papers of the case</translation>
    </message>
    <message>
      <source>Thêm giấy tờ: {name}</source>
      <translation>Paper added: {name}</translation>
    </message>
    <message>
      <source>Thôi</source>
      <translation>Cancel</translation>
    </message>
    <message>
      <source>Thông báo dừng</source>
      <translation>Stop notice</translation>
    </message>
    <message>
      <source>Thông báo kết thúc hồ sơ</source>
      <translation>Closing notice</translation>
    </message>
    <message>
      <source>Thông báo nghĩa vụ tài chính</source>
      <translation>Request payment</translation>
    </message>
    <message>
      <source>Thông báo nộp tiền</source>
      <translation>Payment notice</translation>
    </message>
    <message>
      <source>Thư mục PDF</source>
      <translation>PDF folder</translation>
    </message>
    <message>
      <source>Thư mục:</source>
      <translation>Folder:</translation>
    </message>
    <message>
      <source>Thời hạn</source>
      <translation>Term</translation>
    </message>
    <message>
      <source>Thời hạn giải quyết</source>
      <translation>Processing time</translation>
    </message>
    <message>
      <source>Thủ tục</source>
      <translation>Procedure</translation>
    </message>
    <message>
      <source>Thứ Ba</source>
      <translation>Tuesday</translation>
    </message>
    <message>
      <source>Thứ Bảy</source>
      <translation>Saturday</translation>
    </message>
    <message>
      <source>Thứ Hai</source>
      <translation>Monday</translation>
    </message>
    <message>
      <source>Thứ Năm</source>
      <translation>Thursday</translation>
    </message>
    <message>
      <source>Thứ Sáu</source>
      <translation>Friday</translation>
    </message>
    <message>
      <source>Thứ Tư</source>
      <translation>Wednesday</translation>
    </message>
    <message>
      <source>Tin của cấp trên</source>
      <translation>News of the superior</translation>
    </message>
    <message>
      <source>Tiếp nhận</source>
      <translation>Receive</translation>
    </message>
    <message>
      <source>Tiếp nhận hồ sơ</source>
      <translation>Received</translation>
    </message>
    <message>
      <source>Tiếp nhận và trả ngay</source>
      <translation>Receive and hand over</translation>
    </message>
    <message>
      <source>Tiền</source>
      <translation>Money</translation>
    </message>
    <message>
      <source>Tiền mặt</source>
      <translation>Cash</translation>
    </message>
    <message>
      <source>Tiền mặt hôm khóa sổ {difference}.</source>
      <translation>Cash at the closing: {difference}.</translation>
    </message>
    <message>
      <source>Tiền mặt {amount}</source>
      <translation>Cash {amount}</translation>
    </message>
    <message>
      <source>Trạng thái và ngày hẹn giữ nguyên.</source>
      <translation>State and due date stay.</translation>
    </message>
    <message>
      <source>Trả</source>
      <translation>Returned</translation>
    </message>
    <message>
      <source>Trả kết quả</source>
      <translation>Hand over</translation>
    </message>
    <message>
      <source>Trả kết quả và in phiếu</source>
      <translation>Hand over and print the slip</translation>
    </message>
    <message>
      <source>Trả ngay</source>
      <translation>At once</translation>
    </message>
    <message>
      <source>Trực tuyến</source>
      <translation>Online</translation>
    </message>
    <message>
      <source>Tên máy chủ</source>
      <translation>Name of the server</translation>
    </message>
    <message>
      <source>Tên tệp:</source>
      <translation>Name:</translation>
    </message>
    <message>
      <source>Tình trạng</source>
      <translation>Standing</translation>
    </message>
    <message>
      <source>Tại quầy</source>
      <translation>At the desk</translation>
    </message>
    <message>
      <source>Tổng cộng (đã trừ khoản hủy)</source>
      <translation>Totals (cancelled taken off)</translation>
    </message>
    <message>
      <source>Từ chối</source>
      <translation>Refused</translation>
    </message>
    <message>
      <source>Từ chối giải quyết</source>
      <translation>Refuse</translation>
    </message>
    <message>
      <source>Từ chối hồ sơ {code}? Chỉ hoàn tác được trong ít phút.</source>
      <translation>Refuse case {code}? It can be taken back within a few minutes only.</translation>
    </message>
    <message>
      <source>Từ chối tiếp nhận</source>
      <translation>Refuse to receive</translation>
    </message>
    <message numerus="yes">
      <source>Từ chối {n}</source>
      <translation>
        <numerusform>Refused {n}</numerusform>
        <numerusform>Refused {n}</numerusform>
      </translation>
    </message>
    <message>
      <source>Từ số</source>
      <translation>From</translation>
    </message>
    <message>
      <source>Tự chọn theo nội dung</source>
      <translation>As its content is</translation>
    </message>
    <message>
      <source>Tự nộp</source>
      <translation>The applicant in person</translation>
    </message>
    <message>
      <source>Việc cần làm</source>
      <translation>To do</translation>
    </message>
    <message>
      <source>Xem lại diễn biến hồ sơ; sửa, hoặc báo cấp trên</source>
      <translation>Look at what happened to the case; correct it, or tell the superior</translation>
    </message>
    <message>
      <source>Xin lỗi và gia hạn</source>
      <translation>Apologise and extend</translation>
    </message>
    <message numerus="yes">
      <source>Xin lỗi, hẹn lại {n}</source>
      <translation>
        <numerusform>Extended {n}</numerusform>
        <numerusform>Extended {n}</numerusform>
      </translation>
    </message>
    <message>
      <source>Xác nhận giờ máy</source>
      <translation>Confirm the clock</translation>
    </message>
    <message>
      <source>Xác thực danh tính</source>
      <translation>Identity check</translation>
    </message>
    <message>
      <source>Xử lý lỗi của lần tiếp nhận trước; việc này sẽ được nhận theo</source>
      <translation>Settle the refusal of its intake first; this act will then be taken too</translation>
    </message>
    <message>
      <source>Yêu cầu bổ sung</source>
      <translation>Request a supplement</translation>
    </message>
    <message numerus="yes">
      <source>Yêu cầu bổ sung {n}</source>
      <translation>
        <numerusform>Supplements asked for {n}</numerusform>
        <numerusform>Supplements asked for {n}</numerusform>
      </translation>
    </message>
    <message>
      <source>ai nhận</source>
      <translation>who receives</translation>
    </message>
    <message>
      <source>biên lai {number}</source>
      <translation>fee receipt {number}</translation>
    </message>
    <message>
      <source>báo chậm, vẫn tính quá hạn</source>
      <translation>told late, counts as overdue</translation>
    </message>
    <message>
      <source>báo lỗi</source>
      <translation>reports an error</translation>
    </message>
    <message>
      <source>bưu chính</source>
      <translation>post</translation>
    </message>
    <message>
      <source>bản</source>
      <translation>copies</translation>
    </message>
    <message>
      <source>bản quét</source>
      <translation>scans</translation>
    </message>
    <message>
      <source>bản quét đã ở cấp trên</source>
      <translation>with the superior only</translation>
    </message>
    <message>
      <source>bị bãi bỏ</source>
      <translation>repealed</translation>
    </message>
    <message>
      <source>bỏ qua</source>
      <translation>skipped</translation>
    </message>
    <message>
      <source>bổ sung đến hết {day}</source>
      <translation>supplement until {day}</translation>
    </message>
    <message>
      <source>bổ sung: {what}</source>
      <translation>to bring: {what}</translation>
    </message>
    <message>
      <source>cao nhất {amount} một bản</source>
      <translation>at most {amount} a copy</translation>
    </message>
    <message>
      <source>chuyển cho người hoặc cơ quan giải quyết</source>
      <translation>forward to the officer or agency that settles it</translation>
    </message>
    <message>
      <source>chuyển đến {to}</source>
      <translation>forward to {to}</translation>
    </message>
    <message>
      <source>chưa biết</source>
      <translation>not known</translation>
    </message>
    <message>
      <source>chưa chọn nơi sao lưu (Ctrl+O)</source>
      <translation>no place for backups chosen (Ctrl+O)</translation>
    </message>
    <message>
      <source>chưa có</source>
      <translation>none yet</translation>
    </message>
    <message>
      <source>chưa khai</source>
      <translation>not set</translation>
    </message>
    <message>
      <source>chưa tiếp nhận</source>
      <translation>not received</translation>
    </message>
    <message>
      <source>chưa được</source>
      <translation>failed</translation>
    </message>
    <message>
      <source>chưa đếm; theo sổ phải có {amount}</source>
      <translation>not counted; by the log there must be {amount}</translation>
    </message>
    <message>
      <source>chậm nhất {when}</source>
      <translation>by {when}</translation>
    </message>
    <message>
      <source>chỉ xuất trình</source>
      <translation>only to be shown</translation>
    </message>
    <message>
      <source>chọn danh sách</source>
      <translation>choose a list</translation>
    </message>
    <message>
      <source>chọn nhóm</source>
      <translation>choose a group</translation>
    </message>
    <message>
      <source>chọn việc</source>
      <translation>choose an act</translation>
    </message>
    <message>
      <source>chờ</source>
      <translation>waiting</translation>
    </message>
    <message>
      <source>chờ gửi</source>
      <translation>to be sent</translation>
    </message>
    <message>
      <source>chờ nộp</source>
      <translation>not paid yet</translation>
    </message>
    <message>
      <source>chờ xác minh mã</source>
      <translation>code to be verified</translation>
    </message>
    <message>
      <source>chữ in được thay cho “{letters}” (trong “{text}”)</source>
      <translation>letters that print in place of “{letters}” (in “{text}”)</translation>
    </message>
    <message>
      <source>còn thiếu: {papers}</source>
      <translation>still missing: {papers}</translation>
    </message>
    <message numerus="yes">
      <source>còn {n} hồ sơ chờ gửi</source>
      <translation>
        <numerusform>{n} case still to be sent</numerusform>
        <numerusform>{n} cases still to be sent</numerusform>
      </translation>
    </message>
    <message>
      <source>có kết quả</source>
      <translation>result</translation>
    </message>
    <message>
      <source>cơ quan giải quyết</source>
      <translation>the deciding agency</translation>
    </message>
    <message>
      <source>cả nước</source>
      <translation>national</translation>
    </message>
    <message>
      <source>cấp trên báo</source>
      <translation>told by the superior</translation>
    </message>
    <message>
      <source>cấp trên chưa nhận, giữ ở máy này</source>
      <translation>not taken by the superior, kept on this PC</translation>
    </message>
    <message>
      <source>cấp trên trả lại</source>
      <translation>sent back</translation>
    </message>
    <message>
      <source>cấp trên trả lại để xử lý ở quầy</source>
      <translation>the superior sent it back to the desk</translation>
    </message>
    <message>
      <source>cấp trên trả lại: {why}</source>
      <translation>sent back by the superior: {why}</translation>
    </message>
    <message>
      <source>cấp trên đã có kết quả</source>
      <translation>the superior has the result</translation>
    </message>
    <message>
      <source>cấp trên đã có kết quả: nhận về, ghi nhận</source>
      <translation>the superior has the result: fetch and record it</translation>
    </message>
    <message>
      <source>cấp trên đã nhận</source>
      <translation>acknowledged</translation>
    </message>
    <message>
      <source>cấp trên đã nhận giải quyết</source>
      <translation>the superior has taken it on</translation>
    </message>
    <message>
      <source>cấp trên đã nhận đủ</source>
      <translation>the superior has everything</translation>
    </message>
    <message numerus="yes">
      <source>cấp trên đã nhận đủ, trả lại {n} hồ sơ: xem ở F7</source>
      <translation>
        <numerusform>the superior has everything and returned {n} case: see F7</numerusform>
        <numerusform>the superior has everything and returned {n} cases: see F7</numerusform>
      </translation>
    </message>
    <message>
      <source>cấp tỉnh quy định, chưa khai</source>
      <translation>set by the province, not known here</translation>
    </message>
    <message>
      <source>cần 12 chữ số</source>
      <translation>needs 12 digits</translation>
    </message>
    <message>
      <source>của tỉnh</source>
      <translation>province</translation>
    </message>
    <message>
      <source>của xã</source>
      <translation>commune</translation>
    </message>
    <message>
      <source>dừng gửi</source>
      <translation>stop sending</translation>
    </message>
    <message>
      <source>email</source>
      <translation>email</translation>
    </message>
    <message>
      <source>ghi chú</source>
      <translation>note</translation>
    </message>
    <message>
      <source>ghi hai lần: {marks}</source>
      <translation>written twice: {marks}</translation>
    </message>
    <message>
      <source>giải quyết hoặc gia hạn</source>
      <translation>settle or extend</translation>
    </message>
    <message>
      <source>giải quyết ngay</source>
      <translation>settled at once</translation>
    </message>
    <message>
      <source>giấy tiếp nhận</source>
      <translation>receipt</translation>
    </message>
    <message>
      <source>giấy tờ</source>
      <translation>papers</translation>
    </message>
    <message>
      <source>giấy tờ bổ sung</source>
      <translation>the supplementary papers</translation>
    </message>
    <message>
      <source>giấy tờ cần bổ sung</source>
      <translation>the papers to be completed</translation>
    </message>
    <message>
      <source>giấy tờ “{name}”</source>
      <translation>the paper “{name}”</translation>
    </message>
    <message>
      <source>giấy ủy quyền</source>
      <translation>the authorisation</translation>
    </message>
    <message>
      <source>giữa các phần chỉ được dùng chữ in hoa không dấu, chữ số và . - / _</source>
      <translation>only plain capitals, digits and . - / _ may stand between the parts</translation>
    </message>
    <message>
      <source>gõ ngày</source>
      <translation>type a day</translation>
    </message>
    <message>
      <source>gọi người dân</source>
      <translation>call the citizen</translation>
    </message>
    <message>
      <source>gửi ngay rồi ra về</source>
      <translation>send now, then leave</translation>
    </message>
    <message>
      <source>hôm nay không có hồ sơ</source>
      <translation>no cases today</translation>
    </message>
    <message>
      <source>hôm nay không thu tiền mặt</source>
      <translation>no cash was taken today</translation>
    </message>
    <message>
      <source>hôm nay, {time}</source>
      <translation>today, {time}</translation>
    </message>
    <message>
      <source>hẹn cũ {day}</source>
      <translation>was due {day}</translation>
    </message>
    <message>
      <source>hẹn trả {when}</source>
      <translation>due {when}</translation>
    </message>
    <message>
      <source>hết hiệu lực</source>
      <translation>expired</translation>
    </message>
    <message>
      <source>hết hạn bổ sung: nhận thêm hoặc đóng hồ sơ</source>
      <translation>time to complete is over: take it or close the case</translation>
    </message>
    <message>
      <source>họ tên chủ hồ sơ</source>
      <translation>the applicant's name</translation>
    </message>
    <message>
      <source>họ tên người nhận thay</source>
      <translation>the receiver's name</translation>
    </message>
    <message>
      <source>họ tên người nộp thay</source>
      <translation>the submitter's name</translation>
    </message>
    <message>
      <source>in</source>
      <translation>print</translation>
    </message>
    <message>
      <source>in biên bản</source>
      <translation>print the sheet</translation>
    </message>
    <message>
      <source>in danh sách</source>
      <translation>print the list</translation>
    </message>
    <message>
      <source>in giấy</source>
      <translation>print a paper</translation>
    </message>
    <message>
      <source>in lại phiếu đã lập</source>
      <translation>print a slip again</translation>
    </message>
    <message>
      <source>in niêm yết</source>
      <translation>print the posting</translation>
    </message>
    <message>
      <source>in phiếu hướng dẫn</source>
      <translation>print the guidance</translation>
    </message>
    <message>
      <source>in sổ</source>
      <translation>print register</translation>
    </message>
    <message>
      <source>in thư xin lỗi</source>
      <translation>print apologies</translation>
    </message>
    <message>
      <source>in thư xin lỗi, gửi người dân</source>
      <translation>print the apology, send it</translation>
    </message>
    <message>
      <source>khoảng {size} KB</source>
      <translation>about {size} KB</translation>
    </message>
    <message>
      <source>khoảng {size} MB</source>
      <translation>about {size} MB</translation>
    </message>
    <message>
      <source>không có phần “{token}”</source>
      <translation>there is no part “{token}”</translation>
    </message>
    <message>
      <source>không có trên máy này</source>
      <translation>not on this PC</translation>
    </message>
    <message numerus="yes">
      <source>không cần {n} giấy tờ còn lại: {why}</source>
      <translation>
        <numerusform>the {n} missing paper is not needed: {why}</numerusform>
        <numerusform>the {n} missing papers are not needed: {why}</numerusform>
      </translation>
    </message>
    <message>
      <source>không phải mã chuyển tiền VietQR bằng đồng Việt Nam</source>
      <translation>no VietQR transfer code in đồng</translation>
    </message>
    <message>
      <source>không phải nộp nữa</source>
      <translation>no longer owed</translation>
    </message>
    <message>
      <source>không phải thu</source>
      <translation>nothing due</translation>
    </message>
    <message>
      <source>không rõ chuyển đến tài khoản hay thẻ</source>
      <translation>it does not say whether to an account or a card</translation>
    </message>
    <message>
      <source>không thu</source>
      <translation>nothing</translation>
    </message>
    <message>
      <source>không thấy máy in</source>
      <translation>not found</translation>
    </message>
    <message>
      <source>kiểm tra đầu vào</source>
      <translation>entry check</translation>
    </message>
    <message>
      <source>ký hiệu</source>
      <translation>sign</translation>
    </message>
    <message>
      <source>kết quả số {number}: gọi người dân</source>
      <translation>result {number}: call the citizen</translation>
    </message>
    <message>
      <source>kết thúc ngày</source>
      <translation>end the day</translation>
    </message>
    <message>
      <source>kỳ trước, kỳ sau</source>
      <translation>period before, after</translation>
    </message>
    <message>
      <source>làm riêng một việc</source>
      <translation>do one step</translation>
    </message>
    <message>
      <source>làm xong phần của xã rồi chuyển đi; hẹn trả {promised}</source>
      <translation>finish the commune’s part and forward it; promised for {promised}</translation>
    </message>
    <message>
      <source>lãnh đạo</source>
      <translation>lead</translation>
    </message>
    <message>
      <source>lúc {time}, đã in biên bản</source>
      <translation>at {time}, sheet printed</translation>
    </message>
    <message>
      <source>lúc {time}; biên bản chưa in: in lại bằng Ctrl+B</source>
      <translation>at {time}; the sheet was not printed: Ctrl+B prints it</translation>
    </message>
    <message>
      <source>lý do</source>
      <translation>the reason</translation>
    </message>
    <message>
      <source>lý do hủy</source>
      <translation>the reason for cancelling</translation>
    </message>
    <message>
      <source>lý do miễn, giảm</source>
      <translation>the reason for the exemption</translation>
    </message>
    <message>
      <source>lý do sửa</source>
      <translation>the reason for correcting</translation>
    </message>
    <message>
      <source>lưu phần đang nhập</source>
      <translation>keep what is typed</translation>
    </message>
    <message>
      <source>lưu vào thư mục giấy tờ</source>
      <translation>kept as files</translation>
    </message>
    <message>
      <source>lập phiếu và in</source>
      <translation>give the slip and print</translation>
    </message>
    <message>
      <source>lẽ ra trước {when}</source>
      <translation>should have been before {when}</translation>
    </message>
    <message>
      <source>lệch giới tính {sex}</source>
      <translation>ID says {sex}</translation>
    </message>
    <message>
      <source>lệch năm sinh {year}</source>
      <translation>ID says {year}</translation>
    </message>
    <message>
      <source>miễn</source>
      <translation>free</translation>
    </message>
    <message>
      <source>màu</source>
      <translation>colour</translation>
    </message>
    <message>
      <source>mã dài quá {most} ký tự</source>
      <translation>the code is longer than {most} characters</translation>
    </message>
    <message>
      <source>mã hồ sơ của cấp trên</source>
      <translation>the superior's code</translation>
    </message>
    <message>
      <source>mã ngân hàng (BIN) “{bank_bin}” phải có 6 chữ số</source>
      <translation>the bank code (BIN) “{bank_bin}” must have 6 digits</translation>
    </message>
    <message>
      <source>mã nơi {place} lạ</source>
      <translation>place {place} unknown</translation>
    </message>
    <message>
      <source>mã số chưa đúng (cần 10, 12 hoặc 13 chữ số, hoặc mã cơ quan như H56.22.17)</source>
      <translation>a right code (10, 12 or 13 digits, or an agency code like H56.22.17)</translation>
    </message>
    <message>
      <source>mẫu số</source>
      <translation>form</translation>
    </message>
    <message>
      <source>mở hồ sơ</source>
      <translation>open the case</translation>
    </message>
    <message>
      <source>mở quầy</source>
      <translation>open the desk</translation>
    </message>
    <message>
      <source>mức thu từ 0 đến 999.999.999.999 đồng</source>
      <translation>a fee from 0 to 999,999,999,999 đồng</translation>
    </message>
    <message>
      <source>ngày cấp</source>
      <translation>day of issue</translation>
    </message>
    <message>
      <source>ngày nghỉ, tài khoản, mẫu giấy</source>
      <translation>days, account, forms</translation>
    </message>
    <message>
      <source>ngày sinh</source>
      <translation>birth date</translation>
    </message>
    <message>
      <source>ngày sinh không sau hôm nay</source>
      <translation>a date of birth that is not after today</translation>
    </message>
    <message>
      <source>ngày, tháng</source>
      <translation>day, month</translation>
    </message>
    <message>
      <source>người ký</source>
      <translation>who signs</translation>
    </message>
    <message>
      <source>nơi nhận</source>
      <translation>where it goes</translation>
    </message>
    <message>
      <source>nơi sao lưu</source>
      <translation>backup place</translation>
    </message>
    <message>
      <source>nạp mẫu</source>
      <translation>load a form</translation>
    </message>
    <message>
      <source>nội dung sai quy cách</source>
      <translation>its content is not as it must be</translation>
    </message>
    <message>
      <source>nộp {amount} đ: {what}</source>
      <translation>to pay {amount} đ: {what}</translation>
    </message>
    <message>
      <source>phiếu kiểm soát</source>
      <translation>control slip</translation>
    </message>
    <message>
      <source>phiếu nhận bổ sung một phần</source>
      <translation>slip for a part of a supplement</translation>
    </message>
    <message>
      <source>phiếu thu hồi kết quả</source>
      <translation>recall slip</translation>
    </message>
    <message>
      <source>phiếu thu phí tạm</source>
      <translation>provisional fee slip</translation>
    </message>
    <message>
      <source>phiếu trả kết quả</source>
      <translation>return slip</translation>
    </message>
    <message>
      <source>phiếu từ chối</source>
      <translation>refusal slip</translation>
    </message>
    <message>
      <source>phiếu xin lỗi và hẹn lại</source>
      <translation>apology and new date</translation>
    </message>
    <message>
      <source>phiếu yêu cầu bổ sung</source>
      <translation>supplement request</translation>
    </message>
    <message>
      <source>phí</source>
      <translation>fee</translation>
    </message>
    <message>
      <source>phải nộp</source>
      <translation>required</translation>
    </message>
    <message>
      <source>phải thu</source>
      <translation>due</translation>
    </message>
    <message>
      <source>phần của xã: hạn {told}</source>
      <translation>commune’s part: due {told}</translation>
    </message>
    <message>
      <source>phần {id_} có hai lần</source>
      <translation>part {id_} stands twice</translation>
    </message>
    <message>
      <source>phần {id_} dài quá {most} ký tự</source>
      <translation>part {id_} is longer than {most} characters</translation>
    </message>
    <message>
      <source>phần {token} phải có đúng một lần</source>
      <translation>part {token} must stand in it exactly once</translation>
    </message>
    <message>
      <source>qua bưu chính</source>
      <translation>by post</translation>
    </message>
    <message>
      <source>quay lại</source>
      <translation>back</translation>
    </message>
    <message>
      <source>quay lại làm việc</source>
      <translation>back to work</translation>
    </message>
    <message>
      <source>quay lại, giữ hồ sơ đang nhập</source>
      <translation>back, the form stays</translation>
    </message>
    <message>
      <source>quản trị</source>
      <translation>administer</translation>
    </message>
    <message>
      <source>quầy chưa đăng ký với cấp trên (F7)</source>
      <translation>the desk is not enrolled (F7)</translation>
    </message>
    <message>
      <source>ra về</source>
      <translation>leave</translation>
    </message>
    <message>
      <source>sai mã kiểm tra, có thể đã bị cắt hoặc sửa</source>
      <translation>the check sum is wrong; it may be cut or changed</translation>
    </message>
    <message>
      <source>sai độ dài ở “{at}”</source>
      <translation>a wrong length at “{at}”</translation>
    </message>
    <message>
      <source>sẵn sàng</source>
      <translation>ready</translation>
    </message>
    <message>
      <source>số</source>
      <translation>number</translation>
    </message>
    <message>
      <source>số bản của giấy tờ</source>
      <translation>how many copies of a paper</translation>
    </message>
    <message>
      <source>số bản của giấy tờ từ 0 đến 9.999</source>
      <translation>a number of copies of each paper from 0 to 9,999</translation>
    </message>
    <message>
      <source>số bản hoặc ngày hiệu lực không khớp</source>
      <translation>version or day do not fit</translation>
    </message>
    <message>
      <source>số bộ hồ sơ từ 1 đến 999</source>
      <translation>a number of sets from 1 to 999</translation>
    </message>
    <message>
      <source>số chứng minh cũ</source>
      <translation>old ID number</translation>
    </message>
    <message>
      <source>số giấy tờ</source>
      <translation>id number</translation>
    </message>
    <message>
      <source>số giấy tờ chưa đúng</source>
      <translation>a right ID number</translation>
    </message>
    <message>
      <source>số giấy tờ chưa đúng (cần 12 chữ số)</source>
      <translation>a right ID number (12 digits)</translation>
    </message>
    <message>
      <source>số giấy tờ chưa đúng (cần 9 chữ số)</source>
      <translation>a right ID number (9 digits)</translation>
    </message>
    <message>
      <source>số giấy tờ của người nộp thay</source>
      <translation>the submitter's id number</translation>
    </message>
    <message>
      <source>số hiệu bưu gửi</source>
      <translation>the number of the parcel</translation>
    </message>
    <message>
      <source>số thứ tự {token} phải đứng cuối</source>
      <translation>the serial {token} must stand last</translation>
    </message>
    <message>
      <source>số tiền phải lớn hơn 0</source>
      <translation>the amount must be more than 0</translation>
    </message>
    <message>
      <source>số tiền và nội dung nghĩa vụ tài chính</source>
      <translation>the amount and what it is for</translation>
    </message>
    <message>
      <source>số tiền đã thu</source>
      <translation>the amount that was taken</translation>
    </message>
    <message>
      <source>số tiền đã thu, hoặc lý do miễn</source>
      <translation>the amount taken, or the reason of the exemption</translation>
    </message>
    <message>
      <source>số tiền “{amount}” không phải số nguyên</source>
      <translation>the amount “{amount}” is no whole number</translation>
    </message>
    <message>
      <source>số điện thoại chưa đúng</source>
      <translation>a right telephone number</translation>
    </message>
    <message>
      <source>số “{number}” không phải dãy 1 đến 8 chữ số</source>
      <translation>the number “{number}” is not 1 to 8 digits</translation>
    </message>
    <message>
      <source>số “{number}” phải là 1 đến 19 chữ và số, thẻ thì 16 đến 19 số</source>
      <translation>the number “{number}” must be 1 to 19 letters and digits, for a card 16 to 19 digits</translation>
    </message>
    <message numerus="yes">
      <source>sổ {n} hồ sơ</source>
      <translation>
        <numerusform>register of {n} case</numerusform>
        <numerusform>register of {n} cases</numerusform>
      </translation>
    </message>
    <message>
      <source>sửa mức của xã</source>
      <translation>edit the commune's own</translation>
    </message>
    <message>
      <source>thay bằng số {number}</source>
      <translation>replaced by number {number}</translation>
    </message>
    <message>
      <source>thay bằng {codes}</source>
      <translation>replaced by {codes}</translation>
    </message>
    <message>
      <source>theo luật chuyên ngành</source>
      <translation>sector law</translation>
    </message>
    <message>
      <source>thiếu {amount}</source>
      <translation>{amount} missing</translation>
    </message>
    <message>
      <source>thiếu {name}</source>
      <translation>{name} is missing</translation>
    </message>
    <message>
      <source>thành phần hồ sơ</source>
      <translation>the papers</translation>
    </message>
    <message>
      <source>thành phần hồ sơ không quá {most} giấy tờ</source>
      <translation>at most {most} papers</translation>
    </message>
    <message>
      <source>thông báo dừng</source>
      <translation>stop notice</translation>
    </message>
    <message>
      <source>thông báo kết thúc</source>
      <translation>closing notice</translation>
    </message>
    <message>
      <source>thông báo nộp tiền</source>
      <translation>payment notice</translation>
    </message>
    <message>
      <source>thẩm định</source>
      <translation>appraisal</translation>
    </message>
    <message>
      <source>thủ tục</source>
      <translation>procedure</translation>
    </message>
    <message>
      <source>thủ tục còn áp dụng (“{note}”)</source>
      <translation>a procedure in force (“{note}”)</translation>
    </message>
    <message>
      <source>thừa {amount}</source>
      <translation>{amount} too much</translation>
    </message>
    <message>
      <source>tiếp nhận</source>
      <translation>receive</translation>
    </message>
    <message>
      <source>tiền: {before} → {after}</source>
      <translation>money: {before} → {after}</translation>
    </message>
    <message>
      <source>tra cứu trước</source>
      <translation>look it up first</translation>
    </message>
    <message>
      <source>trang</source>
      <translation>pages</translation>
    </message>
    <message>
      <source>trong ngày (nhận đến {hour}:00)</source>
      <translation>same day (until {hour}:00)</translation>
    </message>
    <message>
      <source>trước số thứ tự phải có một dấu như -</source>
      <translation>a sign such as - must stand before the serial</translation>
    </message>
    <message>
      <source>trường hợp</source>
      <translation>cases</translation>
    </message>
    <message>
      <source>trả kết quả</source>
      <translation>handed over</translation>
    </message>
    <message>
      <source>tên giấy tờ</source>
      <translation>the name of a paper</translation>
    </message>
    <message>
      <source>tìm</source>
      <translation>find</translation>
    </message>
    <message>
      <source>tùy trường hợp</source>
      <translation>in some cases</translation>
    </message>
    <message>
      <source>tại quầy</source>
      <translation>desk</translation>
    </message>
    <message>
      <source>tại xã {first}, sau đó {last}</source>
      <translation>at the commune {first}, then {last}</translation>
    </message>
    <message>
      <source>tệp hỏng</source>
      <translation>the file is broken</translation>
    </message>
    <message>
      <source>tệp khác với tệp đã báo</source>
      <translation>another file than was told</translation>
    </message>
    <message>
      <source>từ trang {page} {amount}</source>
      <translation>from page {page} {amount}</translation>
    </message>
    <message numerus="yes">
      <source>từ {since}, {n} ngày</source>
      <translation>
        <numerusform>since {since}, {n} day</numerusform>
        <numerusform>since {since}, {n} days</numerusform>
      </translation>
    </message>
    <message>
      <source>việc lập phiếu đã được hoàn tác</source>
      <translation>the act that gave this slip was taken back</translation>
    </message>
    <message>
      <source>việc thường làm của nhóm</source>
      <translation>usual act of the group</translation>
    </message>
    <message>
      <source>việc tiếp theo</source>
      <translation>next step</translation>
    </message>
    <message>
      <source>về danh mục</source>
      <translation>to the catalogue</translation>
    </message>
    <message>
      <source>về quầy {when}</source>
      <translation>back at the desk {when}</translation>
    </message>
    <message>
      <source>xong</source>
      <translation>done</translation>
    </message>
    <message>
      <source>xong, cần xem</source>
      <translation>done, look at it</translation>
    </message>
    <message>
      <source>xuất Excel</source>
      <translation>export to Excel</translation>
    </message>
    <message>
      <source>xuống danh sách</source>
      <translation>down to the list</translation>
    </message>
    <message>
      <source>xóa biểu mẫu</source>
      <translation>clear the form</translation>
    </message>
    <message>
      <source>xử lý</source>
      <translation>process</translation>
    </message>
    <message>
      <source>{act} (đã hoàn tác)</source>
      <translation>{act} (taken back)</translation>
    </message>
    <message>
      <source>{amount} (mức của xã)</source>
      <translation>{amount} (the commune's own)</translation>
    </message>
    <message>
      <source>{amount} khớp</source>
      <translation>{amount} agrees</translation>
    </message>
    <message>
      <source>{day} {date}</source>
      <translation>{day} {date}</translation>
    </message>
    <message>
      <source>{each}; cộng {total}</source>
      <translation>{each}; {total} in all</translation>
    </message>
    <message>
      <source>{field} không quá {most} ký tự</source>
      <translation>{field} of at most {most} characters</translation>
    </message>
    <message numerus="yes">
      <source>{group}: {n} hồ sơ</source>
      <translation>
        <numerusform>{group}: {n} case</numerusform>
        <numerusform>{group}: {n} cases</numerusform>
      </translation>
    </message>
    <message>
      <source>{k} bản chính</source>
      <translation>originals: {k}</translation>
    </message>
    <message>
      <source>{k} bản sao</source>
      <translation>copies: {k}</translation>
    </message>
    <message>
      <source>{k} phút</source>
      <translation>{k} min</translation>
    </message>
    <message>
      <source>{method}; {note}</source>
      <translation>{method}; {note}</translation>
    </message>
    <message>
      <source>{name} “{text}” có ký tự lạ</source>
      <translation>{name} “{text}” has a strange character</translation>
    </message>
    <message>
      <source>{name}: {amount} ({instrument}, {scope})</source>
      <translation>{name}: {amount} ({instrument}, {scope})</translation>
    </message>
    <message>
      <source>{no}. {name} ({what})</source>
      <translation>{no}. {name} ({what})</translation>
    </message>
    <message numerus="yes">
      <source>{n} giấy tờ</source>
      <translation>
        <numerusform>{n} paper</numerusform>
        <numerusform>{n} papers</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} giấy tờ, còn thiếu {missing}</source>
      <translation>
        <numerusform>{n} paper, {missing} still missing</numerusform>
        <numerusform>{n} papers, {missing} still missing</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} giờ làm việc</source>
      <translation>
        <numerusform>{n} working hour</numerusform>
        <numerusform>{n} working hours</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} hồ sơ không chờ được.</source>
      <translation>
        <numerusform>{n} case cannot wait.</numerusform>
        <numerusform>{n} cases cannot wait.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} khoản chưa ghi biên lai</source>
      <translation>
        <numerusform>{n} payment without biên lai</numerusform>
        <numerusform>{n} payments without biên lai</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} khoản thu</source>
      <translation>
        <numerusform>{n} payment</numerusform>
        <numerusform>{n} payments</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} khoản thu chưa ghi số biên lai.</source>
      <translation>
        <numerusform>{n} payment has no fee receipt yet.</numerusform>
        <numerusform>{n} payments have no fee receipt yet.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} ngày</source>
      <translation>
        <numerusform>{n} day</numerusform>
        <numerusform>{n} days</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} ngày làm việc</source>
      <translation>
        <numerusform>{n} working day</numerusform>
        <numerusform>{n} working days</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} số đã hủy, đều được giữ lại và không cấp lại.</source>
      <translation>
        <numerusform>{n} number voided; it is kept and never given again.</numerusform>
        <numerusform>{n} numbers voided; all are kept and never given again.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} trang</source>
      <translation>
        <numerusform>{n} page</numerusform>
        <numerusform>{n} pages</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} trang màu</source>
      <translation>
        <numerusform>{n} page in colour</numerusform>
        <numerusform>{n} pages in colour</numerusform>
      </translation>
    </message>
    <message>
      <source>{obligation}: {what}</source>
      <translation>{obligation}: {what}</translation>
    </message>
    <message>
      <source>{one} {other}</source>
      <translation>{one} {other}</translation>
    </message>
    <message>
      <source>{one}, {other}</source>
      <translation>{one}, {other}</translation>
    </message>
    <message>
      <source>{on}, quá giờ</source>
      <translation>{on}, past the hour</translation>
    </message>
    <message numerus="yes">
      <source>{on}, quá {n} ngày</source>
      <translation>
        <numerusform>{on}, {n} day late</numerusform>
        <numerusform>{on}, {n} days late</numerusform>
      </translation>
    </message>
    <message>
      <source>{originals} chính, {copies} sao</source>
      <translation>originals: {originals}, copies: {copies}</translation>
    </message>
    <message>
      <source>{print}, lần thứ {nth}</source>
      <translation>{print}, print {nth}</translation>
    </message>
    <message>
      <source>{promised} (cắt giảm, theo quy định {by_law})</source>
      <translation>{promised} (cut, by law {by_law})</translation>
    </message>
    <message>
      <source>{row}, chưa đối chiếu</source>
      <translation>{row}, not verified</translation>
    </message>
    <message>
      <source>{said} · {beside}</source>
      <translation>{said} · {beside}</translation>
    </message>
    <message>
      <source>{slip}, năm {year}</source>
      <translation>{slip}, {year}</translation>
    </message>
    <message>
      <source>{state}, còn {rest}</source>
      <translation>{state}, {rest} left</translation>
    </message>
    <message>
      <source>{term}, nhận sau {hour}:00 thì tính từ ngày làm việc tiếp theo</source>
      <translation>{term}, counted from the next working day when received after {hour}:00</translation>
    </message>
    <message>
      <source>{term}: {case}</source>
      <translation>{term}: {case}</translation>
    </message>
    <message>
      <source>{time}, {size} MB, đã mở lại kiểm tra</source>
      <translation>{time}, {size} MB, opened again and checked</translation>
    </message>
    <message>
      <source>{told} · hẹn trả {when}</source>
      <translation>{told} · due {when}</translation>
    </message>
    <message>
      <source>{told}; cùng ổ với kho: ổ hỏng thì mất cả hai</source>
      <translation>{told}; on the same drive as the store: if it breaks both are gone</translation>
    </message>
    <message>
      <source>{total} (tại xã {first}, sau đó {last})</source>
      <translation>{total} (at the commune {first}, then {last})</translation>
    </message>
    <message numerus="yes">
      <source>{to}: {n} hồ sơ</source>
      <translation>
        <numerusform>{to}: {n} case</numerusform>
        <numerusform>{to}: {n} cases</numerusform>
      </translation>
    </message>
    <message>
      <source>{what} bị mất dấu hoặc thiếu; hãy nhập lại bằng tay.</source>
      <translation>{what} has lost its marks or a part; type it again.</translation>
    </message>
    <message>
      <source>{whole} giờ</source>
      <translation>{whole} hours</translation>
    </message>
    <message>
      <source>{whole} giờ {rest} phút</source>
      <translation>{whole} hours {rest} minutes</translation>
    </message>
    <message>
      <source>{whom} đang giữ: nhận lại rồi chuyển đi; hẹn trả {promised}</source>
      <translation>with {whom}: take it back, then send it on; promised for {promised}</translation>
    </message>
    <message>
      <source>Áp dụng đến hết {last}, sau đó {ending}{by}.</source>
      <translation>In force until {last}, then {ending}{by}.</translation>
    </message>
    <message>
      <source>ô kế tiếp</source>
      <translation>next field</translation>
    </message>
    <message>
      <source>Đang chờ cấp trên xác nhận; đã nhận {sent}/{total} hồ sơ</source>
      <translation>Waiting for the superior to confirm; {sent} of {total} cases taken</translation>
    </message>
    <message>
      <source>Đang gửi bản quét: {sent}/{total} KB</source>
      <translation>Sending scans: {sent} of {total} KB</translation>
    </message>
    <message>
      <source>Đang kết thúc việc đang làm…</source>
      <translation>Finishing what was begun…</translation>
    </message>
    <message>
      <source>Đang lấy nhật ký về: {done}/{total} việc</source>
      <translation>Fetching the log: {done}/{total} entries</translation>
    </message>
    <message>
      <source>Đang nối lại nhật ký với cấp trên…</source>
      <translation>Joining the log with the superior's…</translation>
    </message>
    <message>
      <source>Đang nối với cấp trên…</source>
      <translation>Reaching the superior…</translation>
    </message>
    <message>
      <source>Đang trao đổi với cấp trên…</source>
      <translation>Talking with the superior…</translation>
    </message>
    <message>
      <source>Đang xử lý</source>
      <translation>In progress</translation>
    </message>
    <message>
      <source>Đen trắng (nhẹ nhất)</source>
      <translation>Black and white (lightest)</translation>
    </message>
    <message>
      <source>Điện thoại</source>
      <translation>Telephone</translation>
    </message>
    <message>
      <source>ĐÃ HỦY: {why}</source>
      <translation>CANCELLED: {why}</translation>
    </message>
    <message>
      <source>Đây là mã của thẻ bảo hiểm y tế; hãy quét thẻ căn cước.</source>
      <translation>This is the code of a health insurance card; scan the citizen card.</translation>
    </message>
    <message>
      <source>Đã chuyển hồ sơ {code}.</source>
      <translation>Forwarded case {code}.</translation>
    </message>
    <message numerus="yes">
      <source>Đã chép ra USB {n} hồ sơ lúc {at}, chưa có xác nhận.</source>
      <translation>
        <numerusform>{n} case copied to a stick at {at}, not acknowledged yet.</numerusform>
        <numerusform>{n} cases copied to a stick at {at}, not acknowledged yet.</numerusform>
      </translation>
    </message>
    <message>
      <source>Đã cấp</source>
      <translation>Given</translation>
    </message>
    <message>
      <source>Đã dừng</source>
      <translation>Stopped</translation>
    </message>
    <message>
      <source>Đã dừng hồ sơ {code} theo đề nghị.</source>
      <translation>Stopped case {code} on request.</translation>
    </message>
    <message>
      <source>Đã ghi khoản thu của hồ sơ {code}.</source>
      <translation>Recorded what was collected for case {code}.</translation>
    </message>
    <message>
      <source>Đã ghi nhận người dân rút hồ sơ {code}.</source>
      <translation>Recorded that case {code} was withdrawn.</translation>
    </message>
    <message>
      <source>Đã ghi nhận nộp tiền của hồ sơ {code}; tiếp tục giải quyết.</source>
      <translation>Recorded the payment for case {code}; it goes on.</translation>
    </message>
    <message>
      <source>Đã gửi {sent}/{total} hồ sơ</source>
      <translation>{sent} of {total} cases sent</translation>
    </message>
    <message>
      <source>Đã hẹn lại hồ sơ {code}.</source>
      <translation>Gave case {code} a new date.</translation>
    </message>
    <message>
      <source>Đã hủy</source>
      <translation>Void</translation>
    </message>
    <message>
      <source>Đã hủy khoản thu của hồ sơ {code}.</source>
      <translation>Cancelled a collection of case {code}.</translation>
    </message>
    <message>
      <source>Đã hủy mã</source>
      <translation>Voided</translation>
    </message>
    <message>
      <source>Đã hủy mã {code}; số này được giữ lại, không cấp cho hồ sơ khác.</source>
      <translation>Number {code} is void; it is kept and given to no other case.</translation>
    </message>
    <message>
      <source>Đã hủy trong ngày</source>
      <translation>Cancelled on the day</translation>
    </message>
    <message numerus="yes">
      <source>Đã in {n} thư xin lỗi.</source>
      <translation>
        <numerusform>{n} apology was printed.</numerusform>
        <numerusform>{n} apologies were printed.</numerusform>
      </translation>
    </message>
    <message>
      <source>Đã nhận bổ sung hồ sơ {code}; hồ sơ được giải quyết tiếp.</source>
      <translation>Took the supplement of case {code}; it goes on.</translation>
    </message>
    <message>
      <source>Đã nhận lại hồ sơ {code}.</source>
      <translation>Took case {code} back.</translation>
    </message>
    <message>
      <source>Đã nhận một phần bổ sung hồ sơ {code}; hồ sơ vẫn chờ giấy tờ còn thiếu.</source>
      <translation>A part of the supplement of case {code} was taken; the case waits for the rest.</translation>
    </message>
    <message>
      <source>Đã nhận {when}</source>
      <translation>Taken {when}</translation>
    </message>
    <message>
      <source>Đã nhận đủ mà chưa chuyển cho ai giải quyết: chuyển trước giờ ghi ở cột Hạn.</source>
      <translation>All was received and nobody has been given it to settle: forward it by the time in the column Limit.</translation>
    </message>
    <message>
      <source>Đã nối lại nhật ký: {codes} hồ sơ có mã mới (in lại giấy tiếp nhận), {acts} việc cần xem lại.</source>
      <translation>The logs are joined: {codes} cases have new codes (print their receipts again), {acts} acts need a look.</translation>
    </message>
    <message numerus="yes">
      <source>Đã nối lại nhật ký; {n} việc chỉ có ở máy này được ghi tiếp.</source>
      <translation>
        <numerusform>The logs are joined; {n} act that only this PC had goes on after it.</numerusform>
        <numerusform>The logs are joined; {n} acts that only this PC had go on after it.</numerusform>
      </translation>
    </message>
    <message>
      <source>Đã nộp nghĩa vụ tài chính</source>
      <translation>Financial obligation paid</translation>
    </message>
    <message>
      <source>Đã qua ngày hẹn trả. Dòng ghi “phần của xã” là quá hạn chuyển đi; ngày hẹn trả của người dân muộn hơn.</source>
      <translation>The promised date is over. Where a row says “commune’s part”, it should have been forwarded; the citizen’s date is later.</translation>
    </message>
    <message>
      <source>Đã rút</source>
      <translation>Withdrawn</translation>
    </message>
    <message>
      <source>Đã sửa hồ sơ {code}; giấy tiếp nhận được cấp lại.</source>
      <translation>Corrected case {code}; its receipt is issued anew.</translation>
    </message>
    <message>
      <source>Đã thu</source>
      <translation>Taken</translation>
    </message>
    <message>
      <source>Đã thu hồi kết quả sai của hồ sơ {code}; phải sửa và trả lại đúng hạn mới.</source>
      <translation>Recalled the wrong result of case {code}; it is due again, corrected.</translation>
    </message>
    <message>
      <source>Đã thông báo nghĩa vụ tài chính của hồ sơ {code}.</source>
      <translation>Notified the financial obligation of case {code}.</translation>
    </message>
    <message>
      <source>Đã trả kết quả</source>
      <translation>Handed over</translation>
    </message>
    <message>
      <source>Đã từ chối giải quyết hồ sơ {code}.</source>
      <translation>Refused case {code}.</translation>
    </message>
    <message>
      <source>Đã yêu cầu bổ sung hồ sơ {code}; thời hạn dừng tính.</source>
      <translation>Asked for a supplement of case {code}; its clock stands.</translation>
    </message>
    <message>
      <source>Đã đóng</source>
      <translation>Closed</translation>
    </message>
    <message>
      <source>Đã đóng hồ sơ {code} vì không bổ sung.</source>
      <translation>Closed case {code}: nothing was supplemented.</translation>
    </message>
    <message>
      <source>Đính kèm</source>
      <translation>Attach</translation>
    </message>
    <message>
      <source>Đính kèm bản quét</source>
      <translation>Attach a scan</translation>
    </message>
    <message>
      <source>Đóng hồ sơ {code} vì không bổ sung? Chỉ hoàn tác được trong ít phút.</source>
      <translation>Close case {code} because it was not completed? It can be taken back within a few minutes only.</translation>
    </message>
    <message>
      <source>Đóng vì không bổ sung</source>
      <translation>Close: not completed</translation>
    </message>
    <message numerus="yes">
      <source>Đóng vì không bổ sung {n}</source>
      <translation>
        <numerusform>Closed, not supplemented {n}</numerusform>
        <numerusform>Closed, not supplemented {n}</numerusform>
      </translation>
    </message>
    <message>
      <source>Đăng ký quầy</source>
      <translation>Desk enrolment</translation>
    </message>
    <message>
      <source>Đường truyền</source>
      <translation>Line</translation>
    </message>
    <message>
      <source>Đại diện theo pháp luật</source>
      <translation>Representative by law</translation>
    </message>
    <message>
      <source>Đến hạn hôm nay</source>
      <translation>Due today</translation>
    </message>
    <message>
      <source>Đến hạn ngày mai</source>
      <translation>Due tomorrow</translation>
    </message>
    <message>
      <source>Đến hạn ngày mai mà chưa gia hạn: {codes}; chọn từng hồ sơ rồi bấm G.</source>
      <translation>Due tomorrow and not extended: {codes}; choose each and press G.</translation>
    </message>
    <message>
      <source>Đến hạn vào ngày làm việc tiếp theo. Không kịp trả thì hôm nay là ngày cuối để xin lỗi và hẹn lại.</source>
      <translation>Due on the next working day. If it cannot be kept, today is the last day to apologise and give a new date.</translation>
    </message>
    <message>
      <source>Đến số</source>
      <translation>To</translation>
    </message>
    <message>
      <source>Để dành ghi tay</source>
      <translation>Set aside for paper</translation>
    </message>
    <message>
      <source>Địa chỉ</source>
      <translation>Address</translation>
    </message>
    <message>
      <source>Địa chỉ nhận kết quả</source>
      <translation>Address for the result</translation>
    </message>
    <message>
      <source>Địa chỉ, điện thoại</source>
      <translation>Address, telephone</translation>
    </message>
    <message>
      <source>Định danh 12 số</source>
      <translation>12-digit ID</translation>
    </message>
    <message>
      <source>Đọc xác nhận</source>
      <translation>Read acknowledgement</translation>
    </message>
    <message>
      <source>Đối chiếu giấy tờ</source>
      <translation>Papers by eye</translation>
    </message>
    <message>
      <source>Đối chiếu tiền thu</source>
      <translation>Count the drawer</translation>
    </message>
    <message>
      <source>Đồng bộ</source>
      <translation>Sync</translation>
    </message>
    <message>
      <source>đang dừng</source>
      <translation>stopped</translation>
    </message>
    <message>
      <source>đang gửi, {part} %</source>
      <translation>being sent, {part} %</translation>
    </message>
    <message>
      <source>đang làm</source>
      <translation>running</translation>
    </message>
    <message>
      <source>đang áp dụng</source>
      <translation>in force</translation>
    </message>
    <message>
      <source>đang ở {whom}: đôn đốc hoặc gia hạn</source>
      <translation>with {whom}: urge or extend</translation>
    </message>
    <message>
      <source>đen trắng</source>
      <translation>black and white</translation>
    </message>
    <message>
      <source>điện thoại của người nộp thay</source>
      <translation>the submitter's phone</translation>
    </message>
    <message>
      <source>đã bị bãi bỏ</source>
      <translation>repealed</translation>
    </message>
    <message>
      <source>đã gia hạn một lần: không hẹn lại được nữa</source>
      <translation>extended once: no further date</translation>
    </message>
    <message>
      <source>đã giao</source>
      <translation>handed over</translation>
    </message>
    <message>
      <source>đã gửi bưu chính</source>
      <translation>sent by post</translation>
    </message>
    <message>
      <source>đã hủy</source>
      <translation>cancelled</translation>
    </message>
    <message>
      <source>đã hủy {numbers}</source>
      <translation>cancelled {numbers}</translation>
    </message>
    <message>
      <source>đã khóa lúc {time}</source>
      <translation>closed at {time}</translation>
    </message>
    <message>
      <source>đã nộp {when}</source>
      <translation>paid {when}</translation>
    </message>
    <message>
      <source>đã thu</source>
      <translation>collected</translation>
    </message>
    <message>
      <source>đã thu thừa {amount}: hủy khoản đã thu, trả lại, rồi thu đúng số</source>
      <translation>{amount} too much was collected: cancel what was collected, give it back, then collect the right amount</translation>
    </message>
    <message>
      <source>đã trả lại giấy tờ</source>
      <translation>papers given back</translation>
    </message>
    <message>
      <source>đã yêu cầu bổ sung một lần ở bước {stage}</source>
      <translation>a supplement was asked for once already at the stage “{stage}”</translation>
    </message>
    <message>
      <source>đã được thay thế</source>
      <translation>replaced</translation>
    </message>
    <message>
      <source>đính kèm bản quét</source>
      <translation>attach a scan</translation>
    </message>
    <message>
      <source>được miễn</source>
      <translation>exempt</translation>
    </message>
    <message>
      <source>được thay thế</source>
      <translation>replaced</translation>
    </message>
    <message>
      <source>được tiếp nhận và trả ngay</source>
      <translation>received and settled at once</translation>
    </message>
    <message>
      <source>đếm được {counted}, theo sổ {amount}: {difference}</source>
      <translation>counted {counted}, by the log {amount}: {difference}</translation>
    </message>
    <message numerus="yes">
      <source>đến hết {until}, còn {n} ngày</source>
      <translation>
        <numerusform>until {until}, {n} day left</numerusform>
        <numerusform>until {until}, {n} days left</numerusform>
      </translation>
    </message>
    <message>
      <source>đến hết {until}, đã qua</source>
      <translation>until {until}, over</translation>
    </message>
    <message>
      <source>địa chỉ</source>
      <translation>address</translation>
    </message>
    <message>
      <source>địa chỉ email chưa đúng</source>
      <translation>a right email address</translation>
    </message>
    <message>
      <source>địa chỉ nhận kết quả</source>
      <translation>the address for the result</translation>
    </message>
    <message>
      <source>ở quầy, chờ người nhận</source>
      <translation>at the desk, to be fetched</translation>
    </message>
    <message>
      <source>✓ khớp ngày sinh, giới tính</source>
      <translation>✓ agrees with birth date and sex</translation>
    </message>
    <message>
      <source>✓ {paper} (đã nhận {day})</source>
      <translation>✓ {paper} (came {day})</translation>
    </message>
    <message>
      <source>✗ chưa tới</source>
      <translation>✗ yet to come</translation>
    </message>
    <message>
      <source>✗ không có</source>
      <translation>✗ no such day</translation>
    </message>
  </context>
</TS>

"""One module a command: `add` gives its parser what it takes, `run` does it and returns 0 or 2."""

from __future__ import annotations

# name: what --help says; the module is imported when the command is named, so that none waits for another's libraries
COMMANDS = {
    "due": "a due date and why",
    "fee": "what a case costs and how that comes about",
    "card": "what a citizen card's QR text says",
    "lifecycle": "what may happen to a case, when, by whom",
    "day": "work the demonstration day and leave papers, pictures, a summary",
    "doctor": "check store, chain, printer, disk and clock",
    "clock": "confirm that the PC's clock is right",
    "rebuild": "make every list anew from the log",
    "sync": "send what the superior does not have",
    "usb-export": "the same on a stick, where there is no line",
    "usb-import": "read the superior's acknowledgement from a stick",
    "backup": "a verified copy of the store on another drive",
    "close-day": "close the day's book",
    "scans": "scans that wait, and how long they stay on this PC",
    "recover": "a new machine in a burnt one's place; --rebase: a restored or copied disk",
    "staff": "members of staff",
    "import-catalogue": "read a list of procedures into the catalogue",
    "forms": "the forms that papers are printed from, and which lines are still to be checked",
    "show-frame": "what a frame says, as JSON lines",
}

-- Bytes that are no text.
-- ends: open COP11_OK
-- ends: evaluate COP11_OK this text holds bytes that are no UTF-8
check "1.9" { title = "\0\1\27[2J\u{202E}", points = { "R1" }, ask = "\0",
  remedy = "\xFF\xFE", expect = { "doors.locked is no", otherwise = "\0\xC3" } }

-- A formula for whoever opens the CSV.
-- ends: open COP11_OK
-- ends: evaluate COP11_OK ,1.9,"'=1+1,
-- ends: evaluate COP11_OK a,,1,1.1,Doors are locked,conformance
check "1.9" { title = "=1+1,<script>", points = { "R1" }, ask = "A.",
  remedy = "R.", expect = { "doors.locked is yes", otherwise = "O." } }

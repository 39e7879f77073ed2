-- Words of layers, in the pack itself.
-- ends: open COP11_E_PACK belongs to a layer over it
switch_off "1.1" { because = "I say so", by = "me", until_date = "2099-12-31" }

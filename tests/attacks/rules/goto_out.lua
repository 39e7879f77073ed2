-- A jump to where nothing is.
-- ends: open COP11_E_PACK no visible label
goto nowhere

-- A loop without a word for it.
-- ends: open COP11_E_PACK this takes more than
::again::
goto again

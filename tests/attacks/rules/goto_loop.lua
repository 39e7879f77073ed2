-- A loop without a word for it.
-- ends: open COP11_E_LIMIT max_steps
::again::
goto again

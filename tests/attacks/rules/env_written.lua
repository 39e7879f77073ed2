-- Trap T13: the words of others.
-- ends: open COP11_E_PACK 'check' cannot be set
_ENV.check = function() end

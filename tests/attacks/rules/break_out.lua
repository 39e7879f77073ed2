-- Trap T14: text that ends what it was wrapped in.
-- ends: open COP11_E_PACK
end end, print(1), function() return function()

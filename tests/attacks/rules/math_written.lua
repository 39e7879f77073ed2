-- What one call leaves, the next would find.
-- ends: open COP11_E_PACK 'math.max' cannot be set
math.max = function() return 0 end

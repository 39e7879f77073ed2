local support = require "support.host"
local nearest = require "base.nearest"
local work = require "base.work"
assert(support)

describe("did you mean", function()
  local words = { "conduct.policy_written", "conduct.monitoring", "arms.used" }

  it("finds the word a slip came from", function()
    assert.equal("conduct.policy_written",
      nearest.find("condcut.policy_writen", words))
    assert.equal("arms.used", nearest.find("arms.usde", words))
    assert.equal("arms.used", nearest.find("Arms.Used", words))
  end)
  it("offers nothing where nothing is near", function()
    assert.is_nil(nearest.find("shipments.insured", words))
    assert.equal("", nearest.hint("zzz", words))
    assert.is_nil(nearest.find("", words))
    assert.is_nil(nearest.find(("x"):rep(81), words))
  end)
  it("offers nothing from more names than are worth the work", function()
    local many = {}
    for i = 1, 500 do many[i] = "name" .. i end
    assert.equal("name1", nearest.find("naem1", many))
    many[501] = "naem"
    assert.is_nil(nearest.find("naem1", many))
  end)
  it("is work that is charged", function()
    local charged = 0
    work.charge_to(function(units) charged = charged + units end)
    nearest.find("naem", { "name", "a name of quite another length" })
    work.charge_to(support.host.charge)
    -- Beyond "na", 8 a byte and 8 for the end: 2 rows of 2 letters at 16 each; 1 for
    -- each name.
    assert.equal(24 + 64 + 2, charged)
  end)
  it("is the nearest of all, as a plain distance gives it", function()
    local function plain(a, b)
      local d = {}
      for i = 0, #a do d[i] = { [0] = i } end
      for j = 0, #b do d[0][j] = j end
      for i = 1, #a do
        for j = 1, #b do
          local same = a:byte(i) == b:byte(j)
          d[i][j] = math.min(d[i - 1][j] + 1, d[i][j - 1] + 1,
            d[i - 1][j - 1] + (same and 0 or 1))
          if i > 1 and j > 1 and a:byte(i) == b:byte(j - 1)
            and a:byte(i - 1) == b:byte(j) then
            d[i][j] = math.min(d[i][j], d[i - 2][j - 2] + 1)
          end
        end
      end
      return d[#a][#b]
    end
    local seed = 1
    local function random(most)
      seed = (seed * 1103515245 + 12345) % 2147483648
      return seed // 65536 % most + 1
    end
    local function random_word()
      local letters = {}
      for i = 1, random(9) do letters[i] = ("abc"):sub(random(3)):sub(1, 1) end
      return table.concat(letters)
    end
    local found = 0
    for _ = 1, 3000 do
      local word, many, best, of = random_word(), {}, nil, nil
      for i = 1, 4 do
        many[i] = random_word()
        local d = plain(word, many[i])
        if d <= math.max(1, #word // 3)
          and (not best or d < of or d == of and many[i] < best) then
          best, of = many[i], d
        end
      end
      assert.equal(best, nearest.find(word, many), word)
      found = found + (best and 1 or 0)
    end
    assert.truthy(found > 500, found)
  end)
  it("does not depend on the order of the candidates", function()
    assert.equal("abca", nearest.find("abcd", { "abce", "abca", "abcb" }))
    assert.equal("abca", nearest.find("abcd", { "abcb", "abca", "abce" }))
  end)
end)

describe("the first stranger among names", function()
  local allowed = { "ask", "title" }
  it("is the first in byte order, whatever the order they came in", function()
    assert.equal("aks", nearest.stranger({ titel = 1, aks = 2, ask = 3 },
      allowed))
    assert.equal("aks", nearest.stranger({ aks = 2, ask = 3, titel = 1 },
      allowed))
  end)
  it("is none where all are known", function()
    local stranger, nameless = nearest.stranger({ ask = 1, title = 2 }, allowed)
    assert.is_nil(stranger)
    assert.is_nil(nameless)
  end)
  it("is never a value without a name, which is told apart", function()
    local stranger, nameless = nearest.stranger({ 5, [{}] = 6, ask = 1 },
      allowed)
    assert.is_nil(stranger)
    assert.is_true(nameless)
  end)
end)

# passes.sh: one command is one test, told in TAP.  What sources it sets scratch, a
# folder for what a command prints.
number=0
failed=0

# passes NAME COMMAND... : one test
passes() {
  name=$1
  shift
  number=$((number + 1))
  if "$@" >"$scratch/log" 2>&1; then
    echo "ok $number - $name"
  else
    echo "not ok $number - $name (exit status $?)"
    sed 's/^/# /' "$scratch/log"
    failed=1
  fi
}

# end_of_tests : the plan, and the exit status of all
end_of_tests() {
  echo "1..$number"
  exit $failed
}

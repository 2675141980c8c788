/// The help as it is printed, to be looked at whenever it changes.
enum HelpSnapshots {
  static let program = #"""
    Usage: embargo COMMAND [OPTIONS]

    Estimates what an export-control order against AI models costs the market and defenders.

    A scenario file says who is in the market, what happens and which legal theories to
    compare. 'run' lives through many possible futures of it, each once without any action
    and once under every theory, writes tables and prints the answer.

    Start with: embargo run Scenarios/june-2026-directive.json5

    Commands:
      run             simulates a scenario, writes its tables and prints the answer
      sweep           simulates a scenario at many points, into one set of tables
      merge           joins the shards of a run or sweep into one result
      verify          makes a result again, in part or whole, and compares to the byte
      plan            says what a run will take in time, memory and disk, before it is begun
      trace           tells one future under one regime as a timeline
      diff            shows where one future parts under two regimes, and what comes of it
      explain         says what a regime does to a model, and by which rules of law
      check           looks for mistakes in scenario files, without running them
      list            lists parameters, outcomes, regimes or events, with what they mean
      backtest        scores the relief of orders on dated cases of the past
      benchmark       measures how fast the engine and the world are here
      completions     prints a script that makes a shell complete command lines
      help [COMMAND]  explains the program or a command, like --help

    Options:
      -h, --help      explains the program or a command
      --version       prints the version


    """#

  static let trace = #"""
    Usage: embargo trace SCENARIO --regime ID [OPTIONS]

    Tells one future under one regime as a timeline.

    Every line has its day and date, who acts, what happens, the line that led to it and the
    rules it rests on; recalled rules are marked. The future is the row of that number in
    outcomes.csv of a run with the same scenario, seed and settings. The table tells many
    alike in one sentence and leaves out the monthly count of flaws and steps of the
    licensing office; --all, csv and json have every line.

    Arguments:
      SCENARIO             the scenario file

    Options:
      --regime ID          the regime: of the scenario, a preset, or none for no action
                           (required)
      --replication N      number of the future (a whole number from 1 to 10000000; default:
                           1)
      --per-draw M         futures that share one set of drawn parameters (a whole number
                           from 1 to 10000000; default: 1)
      --seed N             seed of every random number (a whole number from 0 to
                           9007199254740991; default: the scenario's)
      --set ADDRESS=VALUE  changes one entry of the scenario (may be repeated)
      --events LIST        only events of these kinds, with commas between them
      --actor ID           only what this one does: a lab, cloud, segment, group or
                           authority
      --all                tells every line for itself, and what is left out otherwise
      --format FORMAT      how to lay out the answer (table, csv or json; default: table)
      -h, --help           prints this help

    Examples:
      embargo trace Scenarios/june-2026-directive.json5 --regime output
          The first future under the output theory.
      embargo trace Scenarios/june-2026-directive.json5 --regime model --replication 7 \
          --events partial_relief,order_lifted,licence_granted
          How relief came in the seventh; 'list events' names the kinds.
      embargo trace Scenarios/june-2026-directive.json5 --regime none --format csv
          What would have happened anyway, for a spreadsheet.


    """#

  static let diff = #"""
    Usage: embargo diff SCENARIO --regime A --regime B [OPTIONS]

    Shows where one future parts under two regimes, and what comes of it.

    Both worlds share every stroke of luck, so that what differs is what the theory did. The
    answer tells what they have in common, the first lines that differ with the rules they
    rest on, what happens in one of them only and what led to it, and the outcomes of both.
    Many alike are told in one sentence; --all, csv and json have every line that one of the
    two has for itself.

    Arguments:
      SCENARIO               the scenario file

    Options:
      --regime A --regime B  the two regimes: of the scenario, presets, or none (required;
                             may be repeated)
      --replication N        number of the future (a whole number from 1 to 10000000;
                             default: 1)
      --per-draw M           futures that share one set of drawn parameters (a whole number
                             from 1 to 10000000; default: 1)
      --seed N               seed of every random number (a whole number from 0 to
                             9007199254740991; default: the scenario's)
      --set ADDRESS=VALUE    changes one entry of the scenario (may be repeated)
      --all                  tells every line for itself, and what is left out otherwise
      --format FORMAT        how to lay out the answer (table, csv or json; default: table)
      -h, --help             prints this help

    Examples:
      embargo diff Scenarios/june-2026-directive.json5 --regime output --regime model
          How the first future differs under two theories.
      embargo diff Scenarios/june-2026-directive.json5 --regime weight --regime none \
          --replication 12
          What one theory did to the twelfth.


    """#

  static let explain = #"""
    Usage: embargo explain SCENARIO --regime REGIME --model MODEL [OPTIONS]

    Says what a regime does to a model, and by which rules of law.

    Nothing is simulated: the answers follow from the scenario and the law layer alone. They
    say whether the regime reaches the model, who must obey, who may use, host, fetch or
    publish it, and which gates let service go on for the rest. Every answer cites its
    rules; a rule that was recalled and not looked up says so. A scenario may change any
    field of a preset or spell a regime out, and the answers follow. With --customer every
    country and nationality of one segment has a line of its own.

    Arguments:
      SCENARIO             the scenario file

    Options:
      --regime REGIME      a regime of the scenario, or any preset (required)
      --model MODEL        a model of the scenario (required)
      --customer SEGMENT   one segment of customers or group of defenders alone
      --set ADDRESS=VALUE  changes one entry of the scenario (may be repeated)
      --format FORMAT      how to lay out the answer (table, csv or json; default: table)
      -h, --help           prints this help

    Examples:
      embargo explain Scenarios/june-2026-directive.json5 --regime output --model fable-5
          Whom the output theory keeps from Fable 5, and why.
      embargo explain Scenarios/june-2026-directive.json5 --regime output-ace \
          --model mythos-5 --customer allied
          A preset that the scenario does not list, for one group of defenders.
      embargo explain Scenarios/june-2026-directive.json5 --regime model --model fable-5 \
          --set regimes.model.person_scope=everyone_abroad --format csv
          The same question of a changed regime, a row for each act and recipient.


    """#

  static let check = #"""
    Usage: embargo check SCENARIO... [OPTIONS]

    Looks for mistakes in scenario files, without running them.

    Prints every mistake of every file with its line, its column and what would be right.
    The files that a scenario extends are read too.

    Arguments:
      SCENARIO    scenario files

    Options:
      -h, --help  prints this help

    Examples:
      embargo check Scenarios/june-2026-directive.json5
          One file.
      embargo check Scenarios/*.json5
          All of them, as before a commit.


    """#

  static let list = #"""
    Usage: embargo list TOPIC [SCENARIO] [OPTIONS]

    Lists parameters, outcomes, regimes or events, with what they mean.

    'parameters' shows every number of a scenario with its address for --set, its unit and
    bounds, and what it rests on; low, central and high are the 5th, 50th and 95th
    percentiles of what is drawn. 'outcomes' explains the columns of outcomes.csv. 'regimes'
    spells out the theories, or those of a scenario, and what their fields mean and take.
    'events' shows what a timeline can hold. On a terminal lines are cut to its width; csv
    and json have everything.

    Arguments:
      TOPIC            what to list (parameters, outcomes, regimes or events)
      SCENARIO         the scenario file; 'parameters' needs it

    Options:
      --format FORMAT  how to lay out the answer (table, csv or json; default: table)
      -h, --help       prints this help

    Examples:
      embargo list parameters Scenarios/june-2026-directive.json5
          What can be set.
      embargo list parameters Scenarios/baseline.json5 --format csv > parameters.csv
          The same with sources, for a spreadsheet.
      embargo list regimes
          The theories that come with the program.


    """#

  static let benchmark = #"""
    Usage: embargo benchmark [SCENARIO] [OPTIONS]

    Measures how fast the engine and the world are here.

    Times are processor time of one thread, the median of several measurements; the speedup
    of all cores is time on the wall. mm1 is a queue that anybody can compare with another
    simulator, hold the event list alone, cancel the same with cancellation, draws the
    random numbers, world the whole model and parallel the whole model on all cores. Only
    the last two need SCENARIO. Takes some ten seconds; a machine that does other work too
    gives larger figures, and a speedup that says nothing.

    Arguments:
      SCENARIO         the scenario file; without it Scenarios/june-2026-directive.json5

    Options:
      --only LIST      what to measure, with commas between: mm1, hold, cancel, draws, world
                       and parallel (default: all)
      --quick          measures little, in about a second, and roughly
      --format FORMAT  how to lay out the answer (table, csv or json; default: table)
      --quiet          writes problems alone to standard error
      -h, --help       prints this help

    Examples:
      embargo benchmark
          Everything, with the June directive as the world.
      embargo benchmark --only mm1,hold --quick --format csv
          Parts of it at a first glance, as name,value,unit.


    """#

  static let completions = #"""
    Usage: embargo completions SHELL [OPTIONS]

    Prints a script that makes a shell complete command lines.

    Arguments:
      SHELL       the shell (bash, zsh or fish)

    Options:
      -h, --help  prints this help

    Examples:
      source <(embargo completions bash)
          In bash, for this session; zsh likewise.
      embargo completions fish | source
          In fish.


    """#

  static let exitCodes = #"""
    Exit codes:
        0  done
       64  the command line is wrong
       65  a scenario, design or result is wrong; every problem is listed
       66  there is no such file, or it may not be read
       70  a bug in this program; the replay command is printed
       73  the folder holds something else; it was left as it is
       74  the tables cannot be written
       75  some replications failed; all others are in the tables
      130  interrupted; finished rows are kept and --resume goes on
      143  terminated; finished rows are kept and --resume goes on

    """#
}

#!/usr/bin/env python3
# ruff: noqa
"""Score answers of `bot.py ask --batch --json` against a questions file.  Python 3.11 standard library only.

    evaluate.py QUESTIONS --answers FILE          score answers that exist already (`-` = standard input)
    evaluate.py QUESTIONS --project DIR --docs PATH [PATH …]
                                                  index PATHs into a fresh database with DIR/bot.py, ask, score
    evaluate.py --self-test                       check this file

Every question gets one outcome:

    correct      the answer asked for (an accepted alternative counts)
    incomplete   the figure is right, but something that must be said, or part of a list, is missing
    wrong        answered, and the first value (or any value of an ordered list, or the verdict) is not right
    unanswered   refused, asked back or said nothing although the question can be answered; for a question that
                 must be refused: asked back instead of refusing
    invented     answered although the question must be refused
    missing      no line for this question in the answers

`wrong` and `invented` are the costly ones: the user reads a false figure.  The last line printed is

    accuracy x.x % · wrong y.y % · refusals right z.z % · n=…

accuracy = correct / n;  wrong = (wrong + invented) / n;  refusals right = refused / questions that must be refused.

Match kinds of the questions file (field `match`):

    number            values[0] equals `expected_value` within `tol`, after unit normalisation
    list_in_order     values[0], values[1], … equal the items in order
    contains          the string occurs in the reply; for "which one is largest" types it must be in values[0]
    contains_all      every string occurs in the reply
    contains_any      `expected_value` or one of `alternatives_ok` occurs in the reply (a refusal that says so counts)
    yesno             `verdict` (是 = yes, 否 = no)
    abstain           status refused
    abstain_or_help   status refused or choose, or a reply without values
    clarify_or_list   status choose, or at least two readings listed in values + also

`alternatives_ok` lists other accepted first values; the words abstain and clarify accept a refusal / a choice.
`must_mention` lists strings that the reply has to hold.  Strings of digits match whole numbers only (3 is not in 37).
Without `tol` integers compare exactly, percentages within 0.06, other decimals within half of their last digit.
Citations are checked for correct figures only: the cells cited must include the cells needed (derived rows expand).
"""
import argparse, json, math, os, re, subprocess, sys, tempfile, time, unicodedata
from decimal import Decimal, InvalidOperation

OUTCOMES = ('correct', 'incomplete', 'wrong', 'unanswered', 'invented', 'missing')
FIRST_VALUE_TYPES = {'argmax', 'argmin', 'comparison', 'ranking'}   # naming one body or row: it must be the first value
UNITS = {  # unit -> (dimension, factor to the base unit)
    '元': ('money', Decimal(1)), '块': ('money', Decimal(1)), '人民币元': ('money', Decimal(1)), '千元': ('money', Decimal(1000)),
    '万元': ('money', Decimal(10) ** 4), '万': ('money', Decimal(10) ** 4), '百万元': ('money', Decimal(10) ** 6), '亿元': ('money', Decimal(10) ** 8), '亿': ('money', Decimal(10) ** 8),
    '%': ('share', Decimal(1)), '％': ('share', Decimal(1)), '百分比': ('share', Decimal(1)), '个百分点': ('share', Decimal(1)), '百分点': ('share', Decimal(1)),
    '成': ('share', Decimal(10)), '折': ('share', Decimal(10)), '‰': ('share', Decimal('0.1')), '倍': ('share', Decimal(100)),
}


# ---------------------------------------------------------------- text and numbers

def norm(s):
    """Text for substring tests: NFKC, no white space (kept as a break between digits), no thousands separators, lower case."""
    s = unicodedata.normalize('NFKC', str(s)).lower()
    s = re.sub(r'[\u200b-\u200f\u2060\ufeff]', '', s)
    s = re.sub(r'(?<=\d),(?=\d{3}(?!\d))', '', s)
    s = re.sub(r'(?<=\d)\s+(?=\d)', '\x1f', s)
    return re.sub(r'[^\S\x1f]+', '', s).replace('“', '"').replace('”', '"').replace('−', '-')


def occurs(needle, text):
    """Is needle in text?  A string of digits only counts as a whole number."""
    n, t = norm(needle), norm(text)
    if re.fullmatch(r'-?\d+(\.\d+)?', n):
        return re.search(r'(?<![\d.])' + re.escape(n) + r'(?!\d|\.\d)', t) is not None
    return n in t


def number(v):
    """Decimal of a JSON number or of a string that is nothing but a number (thousands separators and a % sign allowed); else None."""
    if v is None or isinstance(v, bool):
        return None
    s = unicodedata.normalize('NFKC', str(v)).strip().replace(',', '').replace('−', '-').rstrip('%').strip()
    try:
        d = Decimal(s)
    except InvalidOperation:
        return None
    return d if d.is_finite() else None


def to_unit(value, have, want):
    """value in unit `have` expressed in unit `want`; None if they measure different things.  A missing unit compares as it is."""
    have, want = (have or '').strip(), (want or '').strip()
    if not have or not want or have == want:
        return value
    (da, fa), (db, fb) = (UNITS.get(u, ('count', Decimal(1))) for u in (have, want))
    return value * fa / fb if da == db else None


def tolerance(q, expected):
    if q.get('tol') is not None:
        return Decimal(str(q['tol']))
    if (q.get('unit') or '') in ('%', '％'):
        return Decimal('0.06')
    e = Decimal(str(expected)).normalize()
    return Decimal(0) if e == e.to_integral_value() else Decimal(5).scaleb(e.as_tuple().exponent - 1)


def same_number(got, got_unit, q, expected):
    g, e = number(got), number(expected)
    if g is None or e is None:
        return False
    g = to_unit(g, got_unit, q.get('unit'))
    return g is not None and abs(g - e) <= tolerance(q, expected)


# ---------------------------------------------------------------- one question

def field_text(v):
    """Everything of one value that can name a body or a row."""
    return ' '.join(str(v.get(k) or '') for k in ('value', 'label', 'agency', 'year'))


def alternatives(q):
    a = q.get('alternatives_ok') or []
    return a if isinstance(a, list) else [a]


def compare(q, a):
    """(outcome, note) for question q and answer a (dict or None)."""
    kind, exp, alts = q.get('match') or 'number', q.get('expected_value'), alternatives(q)
    if a is None:
        return 'missing', ''
    status, values, text = a.get('status'), a.get('values') or [], a.get('text') or ''
    values = [v for v in values if isinstance(v, dict) and v.get('value') is not None]
    also = [v for v in a.get('also') or [] if isinstance(v, dict)]
    verdict = {'yes': '是', 'no': '否'}.get(a.get('verdict')) if isinstance(a.get('verdict'), str) else None
    whole = text + '\n' + '\n'.join(field_text(v) for v in values)
    no_figure = status in ('refused', 'choose') or (not values and verdict is None and not text.strip())

    if kind == 'abstain':
        if status == 'refused':
            return 'correct', ''
        if status == 'choose':
            return ('correct', 'alternative') if 'clarify' in alts else ('unanswered', 'asked back instead of refusing')
        if values and any(same_number(values[0]['value'], values[0].get('unit'), q, x) for x in alts if number(x) is not None):
            return 'correct', 'alternative'
        if not values and verdict is None:
            return 'unanswered', 'no figure, but not refused either'
        return 'invented', f"gave {values[0]['value'] if values else text[:30]!r}"
    if kind == 'abstain_or_help':
        return ('correct', '') if no_figure or not values else ('invented', f"gave {values[0]['value']!r}")
    if kind == 'clarify_or_list':
        if status == 'choose' and len(a.get('choices') or []) >= 2:
            return 'correct', ''
        if status == 'answered' and len(values) + len(also) >= 2:
            return 'correct', 'listed the readings'
        return ('wrong', 'took one reading without saying so') if status == 'answered' else ('unanswered', status or '')

    if no_figure:
        if status == 'refused' and 'abstain' in alts or status == 'choose' and 'clarify' in alts:
            return 'correct', 'alternative'
        if kind == 'contains_any' and status == 'refused' and any(occurs(x, text) for x in (exp if isinstance(exp, list) else [exp]) + alts if x is not None):
            return 'correct', 'refused with the right reason'       # "cannot be compared", "left blank"
        return 'unanswered', f"{status}: {a.get('reason') or ''}"

    def mentioned(outcome, note=''):
        gone = [m for m in q.get('must_mention') or [] if not occurs(m, whole)]
        return ('incomplete', 'not mentioned: ' + '、'.join(map(str, gone))) if gone else (outcome, note)

    if kind == 'number':
        if not values:
            return 'unanswered', 'no value'
        v = values[0]
        if same_number(v['value'], v.get('unit'), q, exp):
            return mentioned('correct')
        for x in alts:
            if number(x) is not None and not isinstance(x, str) and same_number(v['value'], v.get('unit'), q, x):
                return mentioned('correct', 'alternative')
            if isinstance(x, str) and x not in ('abstain', 'clarify') and norm(x) in norm(text).replace('了', ''):
                return mentioned('correct', 'alternative')
            unit_word = (v.get('unit') or '')
            if isinstance(x, (int, float)) and unit_word in UNITS and UNITS[unit_word][0] == 'money' and number(v['value']) == number(x):
                return mentioned('correct', 'alternative')   # same amount, other money unit
        hint = ' (right figure only among `also`)' if any(same_number(w.get('value'), w.get('unit'), q, exp) for w in also + values[1:]) else ''
        return 'wrong', f"{v['value']} {v.get('unit') or ''}, expected {exp} {q.get('unit') or ''}{hint}"
    if kind == 'yesno':
        if verdict is None:
            return 'unanswered', 'no verdict'
        return mentioned('correct') if verdict == exp else ('wrong', f'{verdict}, expected {exp}')
    if kind == 'list_in_order':
        if all(number(x) is not None for x in exp):
            for i, x in enumerate(exp):
                if i >= len(values):
                    return ('incomplete', f'only {len(values)} of {len(exp)} values') if i else ('unanswered', 'no value')
                if not same_number(values[i]['value'], values[i].get('unit'), q, x):
                    return 'wrong', f"value {i + 1}: {values[i]['value']} {values[i].get('unit') or ''}, expected {x}"
            return mentioned('correct')
        got = [field_text(v) for v in values]
        if len(got) >= len(exp):
            bad = [i for i, x in enumerate(exp) if not occurs(x, got[i])]
            return mentioned('correct') if not bad else ('wrong', f'place {bad[0] + 1}: {got[bad[0]].strip()!r}, expected {exp[bad[0]]}')
        pos = [norm(text).find(norm(x)) for x in exp]
        return mentioned('correct', 'order taken from the text') if -1 not in pos and pos == sorted(pos) else ('wrong', f'order not {exp}')
    if kind == 'contains':
        wanted = [exp] + [x for x in alts if isinstance(x, str) and x not in ('abstain', 'clarify')]
        if q.get('type') in FIRST_VALUE_TYPES and values:
            first = field_text(values[0])
            if any(occurs(x, first) for x in wanted):
                return mentioned('correct')
            return 'wrong', f'first value {first.strip()!r}, expected {exp}'
        return mentioned('correct') if any(occurs(x, whole) for x in wanted) else ('wrong', f'reply lacks {exp}')
    if kind == 'contains_all':
        gone = [x for x in exp if not occurs(x, whole)]
        if not gone:
            return mentioned('correct')
        return ('wrong' if len(gone) == len(exp) else 'incomplete'), 'reply lacks ' + '、'.join(map(str, gone))
    if kind == 'contains_any':
        wanted = (exp if isinstance(exp, list) else [exp]) + alts
        return mentioned('correct') if any(occurs(x, whole) for x in wanted if x is not None) else ('wrong', f'reply lacks {wanted}')
    raise ValueError(f"unknown match kind {kind!r} in {q.get('id')}")


# ---------------------------------------------------------------- citations

GROUPS = {
    's3.result.denied': 'state_secret law_forbidden three_security third_party internal process enforcement_file query',
    's3.result.unable': 'not_held need_make unclear',
    's3.result.unprocessed': 'petition repeat publication excessive reconfirm',
}
PERSONS = ('enterprise', 'research', 'welfare', 'legal_service', 'other_org')
OTHER = ('no_supplement', 'fee_unpaid', 'misc')


def expand(cell):
    """A derived cell id as the set of printed cells it is made of."""
    row, _, col = cell.partition('@')
    if row.startswith('s3.'):
        cols = PERSONS if col == 'legal_person' else (col or 'total',)
        rows = [f'{row}.{x}' for x in GROUPS[row].split()] if row in GROUPS else [row]
        return {f'{r}@{c}' for r in rows for c in cols}
    m = re.fullmatch(r's4\.(suit|all)\.(\w+)', cell)
    if m:
        blocks = ('suit_direct', 'suit_after_review') + (('review',) if m[1] == 'all' else ())
        return {f's4.{b}.{m[2]}' for b in blocks}
    return {cell}


def citations_complete(q, a):
    """True/False, or None when the question names no table cell."""
    need = set().union(*[expand(c) for c in q.get('cells') or [] if c.startswith(('s2.', 's3.', 's4.', 't08.'))] or [set()])
    if not need:
        return None
    cited = set()
    for v in (a.get('values') or []) + (a.get('also') or []):
        for c in v.get('cells') or []:
            cited |= expand(c.split('#')[-1])
    def covered(c):
        if c in cited or any(x.startswith(c + '.') for x in cited):
            return True
        row, _, col = c.partition('@')
        if row == 's3.result.other' and all(f'{row}.{x}@{col}' in cited for x in OTHER):
            return True
        return col == 'total' and any(x.startswith(row + '@') for x in cited)   # total recomputed from its columns
    return all(covered(c) for c in need)


# ---------------------------------------------------------------- a whole file

def percentile(xs, p):
    """Nearest-rank percentile."""
    xs = sorted(xs)
    return xs[max(0, math.ceil(p / 100 * len(xs)) - 1)] if xs else None


def read_jsonl(path):
    f = sys.stdin if path == '-' else open(path, encoding='utf-8')
    out = []
    with f:
        for n, line in enumerate(f, 1):
            if line.strip():
                try:
                    out.append(json.loads(line))
                except ValueError:
                    print(f'evaluate.py: {path}:{n} is not JSON: {line[:80]!r}', file=sys.stderr)
    return out


def score(questions, answers):
    """List of one dict per question: id, type, style, match, outcome, note, citation, ms."""
    by_id = {}
    for a in answers:
        by_id.setdefault(a.get('id'), a)
    rows = []
    for q in questions:
        a = by_id.get(q['id'])
        outcome, note = compare(q, a)
        rows.append({'id': q['id'], 'type': q.get('type') or '-', 'style': q.get('style') or '-', 'match': q.get('match') or 'number', 'outcome': outcome, 'note': note,
                     'question': q['question'], 'text': (a or {}).get('text') or '', 'status': (a or {}).get('status'),
                     'citation': citations_complete(q, a) if outcome == 'correct' and a and a.get('status') == 'answered' else None,
                     'ms': (a or {}).get('ms')})
    return rows


def summary(rows):
    n = len(rows) or 1
    count = {o: sum(r['outcome'] == o for r in rows) for o in OUTCOMES}
    must = [r for r in rows if r['match'] in ('abstain', 'abstain_or_help')]
    return {'n': len(rows), **count, 'accuracy': 100 * count['correct'] / n, 'wrong_rate': 100 * (count['wrong'] + count['invented']) / n,
            'must_refuse': len(must), 'refusals_right': 100 * sum(r['outcome'] == 'correct' for r in must) / len(must) if must else 100.0}


def report(rows, failures=20, out=sys.stdout):
    def table(key):
        groups = {}
        for r in rows:
            groups.setdefault(r[key], []).append(r)
        print(f'{"by " + key:<20}' + f'{"n":>5}' + ''.join(f'{o:>12}' for o in OUTCOMES) + f'{"accuracy":>11}', file=out)
        for g, rs in sorted(groups.items(), key=lambda x: (-len(x[1]), x[0])):
            c = [sum(r['outcome'] == o for r in rs) for o in OUTCOMES]
            print(f'{g:<20}{len(rs):>5}' + ''.join(f'{x or "·":>12}' for x in c) + f'{100 * c[0] / len(rs):>10.1f}%', file=out)
        print(file=out)
    for key in ('type', 'style', 'match'):
        table(key)
    bad = [r for r in rows if r['outcome'] != 'correct']
    for r in sorted(bad, key=lambda r: (r['outcome'] not in ('wrong', 'invented'), r['id']))[:failures]:
        print(f"{r['outcome']:<11}{r['id']:<11}{r['question'][:44]}  → {r['note'][:90]}", file=out)
    if len(bad) > failures:
        print(f'… and {len(bad) - failures} more (--failures N)', file=out)
    cited = [r['citation'] for r in rows if r['citation'] is not None]
    if cited:
        print(f'citations complete: {sum(cited)}/{len(cited)}', file=out)
    ms = [float(r['ms']) for r in rows if isinstance(r['ms'], (int, float))]
    if ms:
        print(f'latency ms: p50 {percentile(ms, 50):.1f} · p95 {percentile(ms, 95):.1f} · max {max(ms):.1f} (n={len(ms)})', file=out)
    s = summary(rows)
    print(f"accuracy {s['accuracy']:.1f} % · wrong {s['wrong_rate']:.1f} % · refusals right {s['refusals_right']:.1f} % · n={s['n']}", file=out)
    return s


# ---------------------------------------------------------------- running a project

def project_command(project, command=None):
    """Words that start the project's command line, and its folder."""
    if command:
        import shlex
        return shlex.split(command)
    py = os.path.join(os.path.abspath(project), '.venv', 'bin', 'python')
    return [py if os.path.exists(py) else 'python3', 'bot.py']


def run(cmd, cwd, timeout):
    try:
        return subprocess.run(cmd, cwd=cwd, capture_output=True, text=True, timeout=timeout)
    except subprocess.TimeoutExpired:
        raise SystemExit(f"{' '.join(cmd[1:3])}: no result within {timeout} s")
    except OSError as e:
        raise SystemExit(f'cannot run {cmd[0]}: {e}')


def run_project(project, docs, questions, command=None, timeout=600):
    """Index docs in a fresh database, ask all questions in one batch; the answers."""
    words = project_command(project, command)
    with tempfile.TemporaryDirectory() as tmp:
        db, batch = os.path.join(tmp, 'index.db'), os.path.join(tmp, 'batch.jsonl')
        with open(batch, 'w', encoding='utf-8') as f:     # nothing but the question reaches the bot
            for q in questions:
                line = {'id': q['id'], 'context': q.get('context') or [], 'question': q['question']}
                if q.get('now'):                              # the day the question is asked, for "last year"
                    line['now'] = q['now']
                f.write(json.dumps(line, ensure_ascii=False) + '\n')
        if docs:
            r = run(words + ['add', *map(os.path.abspath, docs), '--json', '--db', db], project, timeout)
            if r.returncode not in (0, 1):
                raise SystemExit(f'add failed ({r.returncode}): {r.stderr[-800:]}')
            if r.returncode:
                print('add: some files were rejected', file=sys.stderr)
        t = time.time()
        r = run(words + ['ask', '--batch', batch, '--json', '--db', db], project, timeout)
        print(f'ask: {len(questions)} questions in {time.time() - t:.1f} s', file=sys.stderr)
        out = []
        for line in r.stdout.splitlines():
            try:
                out.append(json.loads(line))
            except ValueError:
                pass
        if not out:
            raise SystemExit(f'ask gave no JSON (exit {r.returncode}): {r.stderr[-800:]}')
        return out


# ---------------------------------------------------------------- self-test

def self_test():
    def v(value, unit='件', **k): return {'value': value, 'unit': unit, **k}
    def ans(*values, **k): return {'status': 'answered', 'values': list(values), 'text': k.pop('text', ''), **k}
    def q(match='number', expected=None, **k): return {'id': 'x', 'question': '?', 'match': match, 'expected_value': expected, **k}
    refuse, choose = {'status': 'refused', 'values': [], 'reason': 'no_year', 'text': '没有'}, {'status': 'choose', 'choices': [{'question': 'a'}, {'question': 'b'}], 'text': '哪一个？'}
    cases = [
        (q(expected=61, unit='件'), ans(v('61')), 'correct'), (q(expected=61, unit='件'), ans(v('61.0')), 'correct'), (q(expected=61), ans(v('60')), 'wrong'),
        (q(expected=61), ans(v('60'), v('61')), 'wrong'), (q(expected=61), refuse, 'unanswered'), (q(expected=61), choose, 'unanswered'), (q(expected=61), None, 'missing'),
        (q(expected=61, alternatives_ok=['abstain']), refuse, 'correct'), (q(expected=61, alternatives_ok=['clarify']), choose, 'correct'), (q(expected=8, alternatives_ok=[37]), ans(v('37')), 'correct'),
        (q(expected=4281.8773, unit='万元'), ans(v('42818773', '元')), 'correct'), (q(expected=4281.8773, unit='万元'), ans(v('0.42818773', '亿元')), 'correct'),
        (q(expected=4281.8773, unit='万元'), ans(v('4281.88', '万元')), 'wrong'), (q(expected=4281.8773, unit='万元'), ans(v('42818773', '万元')), 'wrong'),
        (q(expected=42818773.0, unit='元', tol=1), ans(v('4281.8773', '万元')), 'correct'), (q(expected=25.1, unit='万元'), ans(v('251000', '元')), 'correct'),
        (q(expected=4281.8773, unit='万元'), ans(v('4281.8773', '件')), 'wrong'), (q(expected=61, unit='件'), ans(v('61', '万元')), 'wrong'),
        (q(expected=52.63, unit='%', tol=0.06), ans(v('5.263', '成')), 'correct'), (q(expected=52.63, unit='%'), ans(v('52.6', '%')), 'correct'), (q(expected=52.63, unit='%'), ans(v('53', '%')), 'wrong'),
        (q(expected=75, unit='%'), ans(v('7.5', '折')), 'correct'), (q(expected=7.6767, unit='倍', tol=0.05), ans(v('767.67', '%')), 'correct'),
        (q(expected=1346.33, unit='件'), ans(v('1346.3333333')), 'correct'), (q(expected=1346.33, unit='件'), ans(v('1346')), 'wrong'),
        (q(expected=-50, unit='项'), ans(v('-50', '项')), 'correct'), (q(expected=-50, unit='项'), ans(v('50', '项')), 'wrong'), (q(expected=-50, unit='项', alternatives_ok=['减少50']), ans(v('50', '项'), text='减少了 50 项'), 'correct'),
        (q(expected=3, must_mention=['710']), ans(v('3'), text='3 件；正文写 710 件'), 'correct'), (q(expected=3, must_mention=['710']), ans(v('3'), text='3 件；7101'), 'incomplete'),
        (q('yesno', '是'), ans(v('4'), verdict='yes'), 'correct'), (q('yesno', '否'), ans(v('4'), verdict='yes'), 'wrong'), (q('yesno', '否'), ans(v('4')), 'unanswered'),
        (q('abstain'), refuse, 'correct'), (q('abstain'), choose, 'unanswered'), (q('abstain'), ans(v('61')), 'invented'), (q('abstain'), ans(text='?'), 'unanswered'), (q(expected=13.11, unit='%'), ans(v('13.11')), 'wrong'), (q('abstain', alternatives_ok=[3]), ans(v('3')), 'correct'),
        (q('abstain_or_help'), refuse, 'correct'), (q('abstain_or_help'), choose, 'correct'), (q('abstain_or_help'), ans(v('61')), 'invented'), (q('abstain_or_help'), ans(text='使用说明'), 'correct'),
        (q('clarify_or_list'), choose, 'correct'), (q('clarify_or_list'), ans(v('1'), v('0')), 'correct'), (q('clarify_or_list'), ans(v('1'), also=[v('0')]), 'correct'), (q('clarify_or_list'), ans(v('1')), 'wrong'),
        (q('list_in_order', [41, 19, 0]), ans(v('41'), v('19'), v('0')), 'correct'), (q('list_in_order', [41, 19, 0]), ans(v('41'), v('19')), 'incomplete'), (q('list_in_order', [41, 19]), ans(v('19'), v('41')), 'wrong'),
        (q('list_in_order', ['淮安', '上海']), ans(v('3119', agency='淮安市人民政府'), v('859', agency='上海市人民政府办公厅')), 'correct'),
        (q('list_in_order', ['淮安', '上海']), ans(v('859', agency='上海市人民政府办公厅'), v('3119', agency='淮安市人民政府')), 'wrong'), (q('list_in_order', ['淮安', '上海']), ans(text='淮安、上海'), 'correct'),
        (q('contains', '0377-62287056'), ans(v('0377-62287056', None)), 'correct'), (q('contains', '淮安', type='argmax'), ans(v('3119', agency='淮安市人民政府'), text='淮安、邓州'), 'correct'),
        (q('contains', '淮安', type='argmax'), ans(v('61', agency='邓州市人民政府'), text='邓州 61，淮安 3119'), 'wrong'), (q('contains', '19'), ans(v('19'), text='19 件'), 'correct'), (q('contains', '19'), ans(v('190'), text='190 件'), 'wrong'),
        (q('contains_all', ['6', '行政查询', '2']), ans(text='第三方 6，行政查询 2'), 'correct'), (q('contains_all', ['6', '行政查询', '2']), ans(text='第三方 6，行政查询 12'), 'incomplete'), (q('contains_all', ['甲', '乙']), ans(text='丙'), 'wrong'),
        (q('contains_any', '不可比', alternatives_ok=['项数', '金额']), ans(text='一个是项数'), 'correct'), (q('contains_any', ['a', 'b']), ans(text='xbx'), 'correct'), (q('contains_any', ['a']), ans(text='z'), 'wrong'),
        (q('contains_any', ['空白']), {**refuse, 'text': '该格空白'}, 'correct'), (q('contains_any', ['空白']), refuse, 'unanswered'), (q('abstain', alternatives_ok=['clarify']), choose, 'correct'),
    ]
    for i, (question, answer, want) in enumerate(cases):
        got = compare(question, answer)
        assert got[0] == want, (i, question, answer, got, want)
    assert occurs('3', '3 件') and not occurs('3', '37 件') and not occurs('3', '3.5') and occurs('28519', '28,519 件') and not occurs('62', '6 2')
    assert expand('s4.suit.total') == {'s4.suit_direct.total', 's4.suit_after_review.total'} and len(expand('s3.result.denied@total')) == 8 and len(expand('s3.new@legal_person')) == 5
    cite = lambda need, *cells: citations_complete({'cells': need}, {'values': [{'cells': list(cells)}]})
    assert cite(['s3.new@total'], 's3.new@total') is True and cite(['s3.new@total'], 's3.carried_in@total') is False and cite(['n.docno']) is None
    assert cite(['s3.result.unable@total'], 's3.result.unable@total') and not cite(['s3.result.unable@total'], 's3.result.unable.unclear@total')
    assert cite(['s3.new@total'], 's3.new@natural') and cite(['s2.art20_8.fee'], 's2.art20_8.fee.change')
    assert percentile([1, 2, 3, 4], 50) == 2 and percentile(range(1, 101), 95) == 95
    s = summary(score([q('abstain') | {'id': 'a'}, q(expected=1) | {'id': 'b'}], [{**refuse, 'id': 'a'}, {**ans(v('1')), 'id': 'b'}]))
    assert s['accuracy'] == 100 and s['refusals_right'] == 100 and s['wrong_rate'] == 0
    print(f'self-test: {len(cases)} cases passed')


def main():
    p = argparse.ArgumentParser(description='Score answers of `bot.py ask --batch --json`.', epilog='See the text at the top of this file.')
    p.add_argument('questions', nargs='?')
    p.add_argument('--answers', help='JSON lines of `ask --batch --json` (- = standard input)')
    p.add_argument('--project', help='project folder: run its bot.py')
    p.add_argument('--docs', nargs='+', default=[], help='reports to index first (with --project)')
    p.add_argument('--command', help='words that start the command line, instead of PYTHON bot.py')
    p.add_argument('--failures', type=int, default=20, help='failures to print')
    p.add_argument('--details', help='write one JSON line per question to this file')
    p.add_argument('--min-accuracy', type=float, help='exit 1 below this percentage')
    p.add_argument('--max-wrong', type=float, help='exit 1 above this percentage')
    p.add_argument('--timeout', type=int, default=600)
    p.add_argument('--self-test', action='store_true')
    a = p.parse_args()
    if a.self_test:
        return self_test()
    if not a.questions or not (a.answers or a.project or a.command):
        p.error('give QUESTIONS and --answers FILE, or QUESTIONS and --project DIR')
    questions = read_jsonl(a.questions)
    answers = read_jsonl(a.answers) if a.answers else run_project(a.project or '.', a.docs, questions, a.command, a.timeout)
    rows = score(questions, answers)
    if a.details:
        with open(a.details, 'w', encoding='utf-8') as f:
            for r in rows:
                f.write(json.dumps(r, ensure_ascii=False) + '\n')
    s = report(rows, a.failures)
    return 1 if not rows or (a.min_accuracy is not None and s['accuracy'] < a.min_accuracy) or (a.max_wrong is not None and s['wrong_rate'] > a.max_wrong) else 0


if __name__ == '__main__':
    sys.exit(main())

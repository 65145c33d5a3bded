#include "domain/sample_words.h"

#include <array>

namespace dimsum::sample {

namespace {

// Companies by industry: what the name says they make.
constexpr std::array machines{Word{"Robotics", "robotics"}, Word{"Machine Works", "machineworks"}, Word{"Instruments", "instruments"}, Word{"Precision", "precision"}};
constexpr std::array machinesZh{Word{"機械", "jixie"}, Word{"精密", "jingmi"}, Word{"自動化", "zidonghua"}};
constexpr std::array machinesRu{Word{"Машзавод", "mashzavod"}, Word{"Станкопром", "stankoprom"}, Word{"Приборы", "pribory"}};
constexpr std::array freight{Word{"Logistics", "logistics"}, Word{"Freight", "freight"}, Word{"Shipping", "shipping"}, Word{"Forwarding", "forwarding"}};
constexpr std::array freightZh{Word{"物流", "wuliu"}, Word{"航運", "hangyun"}, Word{"貨運", "huoyun"}};
constexpr std::array freightRu{Word{"Логистика", "logistika"}, Word{"Транс", "trans"}, Word{"Экспресс", "express"}};
constexpr std::array software{Word{"Software", "software"}, Word{"Systems", "systems"}, Word{"Cloud", "cloud"}, Word{"Labs", "labs"}};
constexpr std::array softwareZh{Word{"軟體", "ruanti"}, Word{"科技", "keji"}, Word{"雲端", "yunduan"}};
constexpr std::array softwareRu{Word{"Софт", "soft"}, Word{"Системы", "sistemy"}, Word{"Технологии", "tech"}};
constexpr std::array banking{Word{"Bank", "bank"}, Word{"Capital", "capital"}, Word{"Trust", "trust"}, Word{"Insurance", "insurance"}};
constexpr std::array bankingZh{Word{"金融", "jinrong"}, Word{"銀行", "yinhang"}, Word{"保險", "baoxian"}};
constexpr std::array bankingRu{Word{"Банк", "bank"}, Word{"Капитал", "kapital"}, Word{"Страхование", "insur"}};
constexpr std::array care{Word{"Clinics", "clinics"}, Word{"Health", "health"}, Word{"Medical", "medical"}, Word{"Diagnostics", "diagnostics"}};
constexpr std::array careZh{Word{"醫療", "yiliao"}, Word{"生技", "shengji"}, Word{"健康", "jiankang"}};
constexpr std::array careRu{Word{"Медицина", "medicina"}, Word{"Клиника", "klinika"}, Word{"Фарма", "farma"}};
constexpr std::array retail{Word{"Stores", "stores"}, Word{"Market", "market"}, Word{"Outfitters", "outfitters"}, Word{"Grocers", "grocers"}};
constexpr std::array retailZh{Word{"百貨", "baihuo"}, Word{"商貿", "shangmao"}, Word{"零售", "lingshou"}};
constexpr std::array retailRu{Word{"Торг", "torg"}, Word{"Маркет", "market"}, Word{"Продукты", "produkty"}};
constexpr std::array power{Word{"Energy", "energy"}, Word{"Power", "power"}, Word{"Solar", "solar"}, Word{"Grid", "grid"}};
constexpr std::array powerZh{Word{"能源", "nengyuan"}, Word{"電力", "dianli"}, Word{"光電", "guangdian"}};
constexpr std::array powerRu{Word{"Энерго", "energo"}, Word{"Нефтегаз", "neftegaz"}, Word{"Сети", "seti"}};
constexpr std::array building{Word{"Construction", "construction"}, Word{"Builders", "builders"}, Word{"Materials", "materials"}, Word{"Steel", "steel"}};
constexpr std::array buildingZh{Word{"建設", "jianshe"}, Word{"營造", "yingzao"}, Word{"鋼鐵", "gangtie"}};
constexpr std::array buildingRu{Word{"Строй", "stroy"}, Word{"Сталь", "stal"}, Word{"Монтаж", "montazh"}};
constexpr std::array media{Word{"Media", "media"}, Word{"Studios", "studios"}, Word{"Press", "press"}, Word{"Publishing", "publishing"}};
constexpr std::array mediaZh{Word{"傳媒", "chuanmei"}, Word{"文化", "wenhua"}, Word{"出版", "chuban"}};
constexpr std::array mediaRu{Word{"Медиа", "media"}, Word{"Студия", "studia"}, Word{"Пресса", "pressa"}};
constexpr std::array food{Word{"Foods", "foods"}, Word{"Farms", "farms"}, Word{"Mills", "mills"}, Word{"Dairy", "dairy"}};
constexpr std::array foodZh{Word{"食品", "shipin"}, Word{"農業", "nongye"}, Word{"茶業", "chaye"}};
constexpr std::array foodRu{Word{"Агро", "agro"}, Word{"Хлеб", "hleb"}, Word{"Молоко", "moloko"}};

constexpr std::array industryTable{
    Industry{"Industrial machinery", machines, machinesZh, machinesRu, 0.12}, Industry{"Logistics", freight, freightZh, freightRu, 0.12},
    Industry{"Software", software, softwareZh, softwareRu, 0.16}, Industry{"Financial services", banking, bankingZh, bankingRu, 0.12},
    Industry{"Health care", care, careZh, careRu, 0.11},          Industry{"Retail", retail, retailZh, retailRu, 0.11},
    Industry{"Energy", power, powerZh, powerRu, 0.08},            Industry{"Construction", building, buildingZh, buildingRu, 0.07},
    Industry{"Media", media, mediaZh, mediaRu, 0.05},             Industry{"Food and agriculture", food, foodZh, foodRu, 0.06}};

constexpr std::array countryTable{
    Country{"United States", "North America", ".com", Language::latin, 0.40},
    Country{"Canada", "North America", ".ca", Language::latin, 0.08},
    Country{"Germany", "EMEA", ".de", Language::latin, 0.12},
    Country{"United Kingdom", "EMEA", ".co.uk", Language::latin, 0.11},
    Country{"France", "EMEA", ".fr", Language::latin, 0.08},
    Country{"Spain", "EMEA", ".es", Language::latin, 0.06},
    Country{"Sweden", "EMEA", ".se", Language::latin, 0.04},
    Country{"Australia", "APAC", ".com.au", Language::latin, 0.06},
    Country{"Mexico", "LATAM", ".com.mx", Language::latin, 0.05},
    Country{"Taiwan", "APAC", ".com.tw", Language::chinese, 0.45},
    Country{"China", "APAC", ".com.cn", Language::chinese, 0.40},
    Country{"Hong Kong", "APAC", ".com.hk", Language::chinese, 0.15},
    Country{"Kazakhstan", "EMEA", ".kz", Language::cyrillic, 0.30},
    Country{"Bulgaria", "EMEA", ".bg", Language::cyrillic, 0.25},
    Country{"Russia", "EMEA", ".ru", Language::cyrillic, 0.30},
    Country{"Serbia", "EMEA", ".rs", Language::cyrillic, 0.15}};

constexpr std::array latinStems{
    Word{"Aldermoor", "aldermoor"},     Word{"Ambergate", "ambergate"},   Word{"Ashgrove", "ashgrove"},     Word{"Beacon Hill", "beaconhill"},
    Word{"Birchline", "birchline"},     Word{"Blackthorn", "blackthorn"}, Word{"Blue Heron", "blueheron"},  Word{"Brightwater", "brightwater"},
    Word{"Bryceford", "bryceford"},     Word{"Calder & Rowe", "calderrowe"}, Word{"Castellan", "castellan"}, Word{"Cedarholm", "cedarholm"},
    Word{"Clearfield", "clearfield"},   Word{"Copperleaf", "copperleaf"}, Word{"Corvane", "corvane"},       Word{"Dalby", "dalby"},
    Word{"Drachenfels", "drachenfels"}, Word{"Eastmere", "eastmere"},     Word{"Elmsworth", "elmsworth"},   Word{"Ferrand", "ferrand"},
    Word{"Fjordlund", "fjordlund"},     Word{"Fontaine", "fontaine"},     Word{"Foxglove", "foxglove"},     Word{"Glenhaven", "glenhaven"},
    Word{"Granite Bay", "granitebay"},  Word{"Grünwald", "gruenwald"},    Word{"Halcyon", "halcyon"},       Word{"Harrowgate", "harrowgate"},
    Word{"Hawthorne", "hawthorne"},     Word{"Ironbridge", "ironbridge"}, Word{"Juniper", "juniper"},       Word{"Kestrel", "kestrel"},
    Word{"Kingsmead", "kingsmead"},     Word{"Lakeshore", "lakeshore"},   Word{"Larkspur", "larkspur"},     Word{"Lindqvist", "lindqvist"},
    Word{"Maplecrest", "maplecrest"},   Word{"Marisol", "marisol"},       Word{"Meridian", "meridian"},     Word{"Montclair", "montclair"},
    Word{"Nordhavn", "nordhavn"},       Word{"Oakhurst", "oakhurst"},     Word{"Osprey", "osprey"},         Word{"Peregrine", "peregrine"},
    Word{"Pinecrest", "pinecrest"},     Word{"Quarry Lane", "quarrylane"}, Word{"Ravensworth", "ravensworth"}, Word{"Redwood", "redwood"},
    Word{"Rosedale", "rosedale"},       Word{"Saltmarsh", "saltmarsh"},   Word{"San Telmo", "santelmo"},    Word{"Silverbrook", "silverbrook"},
    Word{"Solano", "solano"},           Word{"Stonebridge", "stonebridge"}, Word{"Summerfield", "summerfield"}, Word{"Tallow & Finch", "tallowfinch"},
    Word{"Thornbury", "thornbury"},     Word{"Tidewater", "tidewater"},   Word{"Valdoro", "valdoro"},       Word{"Vantage", "vantage"},
    Word{"Westbrook", "westbrook"},     Word{"Whitcombe", "whitcombe"},   Word{"Willowmere", "willowmere"}, Word{"Zephyr", "zephyr"}};
constexpr std::array chineseStems{
    Word{"晨光", "chenguang"}, Word{"海岳", "haiyue"},   Word{"青松", "qingsong"}, Word{"永信", "yongxin"}, Word{"華榮", "huarong"}, Word{"瑞豐", "ruifeng"},
    Word{"東嶺", "dongling"},  Word{"明德", "mingde"},   Word{"遠航", "yuanhang"}, Word{"金澤", "jinze"},   Word{"天悅", "tianyue"}, Word{"博海", "bohai"},
    Word{"翠谷", "cuigu"},     Word{"鼎新", "dingxin"},  Word{"泰和", "taihe"},    Word{"宏圖", "hongtu"},  Word{"銀杏", "yinxing"}, Word{"長風", "changfeng"},
    Word{"嘉禾", "jiahe"},     Word{"雲嶺", "yunling"},  Word{"星橋", "xingqiao"}, Word{"安瀾", "anlan"},   Word{"百川", "baichuan"}, Word{"玉山", "yushan"},
    Word{"北辰", "beichen"},   Word{"南洋", "nanyang"},  Word{"四方", "sifang"},   Word{"和美", "hemei"},   Word{"信義", "xinyi"},   Word{"曉峰", "xiaofeng"}};
constexpr std::array cyrillicStems{
    Word{"Северный", "severny"}, Word{"Волга", "volga"},     Word{"Алтай", "altai"},     Word{"Балкан", "balkan"},   Word{"Горизонт", "gorizont"}, Word{"Дунай", "dunav"},
    Word{"Вектор", "vektor"},    Word{"Звезда", "zvezda"},   Word{"Континент", "kontinent"}, Word{"Легион", "legion"}, Word{"Маяк", "mayak"},     Word{"Надежда", "nadezhda"},
    Word{"Орион", "orion"},      Word{"Пирин", "pirin"},     Word{"Рассвет", "rassvet"}, Word{"Самоцвет", "samotsvet"}, Word{"Тянь-Шань", "tienshan"}, Word{"Урал", "ural"},
    Word{"Феникс", "feniks"},    Word{"Центр", "centr"},     Word{"Шипка", "shipka"},    Word{"Эверест", "everest"}, Word{"Юпитер", "yupiter"},  Word{"Янтарь", "yantar"}};

constexpr std::array latinFirst{
    Word{"Amelia", "amelia"}, Word{"Anders", "anders"}, Word{"Beatriz", "beatriz"}, Word{"Björn", "bjorn"}, Word{"Camille", "camille"}, Word{"Carlos", "carlos"},
    Word{"Charlotte", "charlotte"}, Word{"Daniel", "daniel"}, Word{"Elena", "elena"}, Word{"Emma", "emma"}, Word{"Felix", "felix"}, Word{"Grace", "grace"},
    Word{"Hannah", "hannah"}, Word{"Hugo", "hugo"}, Word{"Isabel", "isabel"}, Word{"James", "james"}, Word{"Jonas", "jonas"}, Word{"Katharina", "katharina"},
    Word{"Lucía", "lucia"}, Word{"Marcus", "marcus"}, Word{"Nora", "nora"}, Word{"Oliver", "oliver"}, Word{"Priya", "priya"}, Word{"Rafael", "rafael"},
    Word{"Sofia", "sofia"}, Word{"Thomas", "thomas"}, Word{"Victoria", "victoria"}, Word{"William", "william"}, Word{"Yara", "yara"}, Word{"Zoë", "zoe"}};
constexpr std::array latinLast{
    Word{"Abbott", "abbott"}, Word{"Andersson", "andersson"}, Word{"Bennett", "bennett"}, Word{"Carvalho", "carvalho"}, Word{"Clarke", "clarke"}, Word{"Delgado", "delgado"},
    Word{"Dubois", "dubois"}, Word{"Ellison", "ellison"}, Word{"Fischer", "fischer"}, Word{"García", "garcia"}, Word{"Hoffmann", "hoffmann"}, Word{"Iyer", "iyer"},
    Word{"Jensen", "jensen"}, Word{"Keller", "keller"}, Word{"Lambert", "lambert"}, Word{"Martínez", "martinez"}, Word{"Müller", "mueller"}, Word{"Novak", "novak"},
    Word{"O'Brien", "obrien"}, Word{"Patel", "patel"}, Word{"Reyes", "reyes"}, Word{"Rossi", "rossi"}, Word{"Schneider", "schneider"}, Word{"Turner", "turner"},
    Word{"Vega", "vega"}, Word{"Walsh", "walsh"}, Word{"Whitaker", "whitaker"}, Word{"Young", "young"}, Word{"Zimmermann", "zimmermann"}};
constexpr std::array chineseFirst{
    Word{"美玲", "meiling"}, Word{"志明", "zhiming"}, Word{"雅婷", "yating"}, Word{"建宏", "jianhong"}, Word{"淑芬", "shufen"}, Word{"俊傑", "junjie"},
    Word{"怡君", "yijun"}, Word{"家豪", "jiahao"}, Word{"欣怡", "xinyi"}, Word{"偉", "wei"}, Word{"靜", "jing"}, Word{"宗翰", "zonghan"},
    Word{"曉彤", "xiaotong"}, Word{"子軒", "zixuan"}, Word{"麗華", "lihua"}, Word{"國強", "guoqiang"}};
constexpr std::array chineseLast{
    Word{"陳", "chen"}, Word{"林", "lin"}, Word{"黃", "huang"}, Word{"張", "zhang"}, Word{"李", "li"}, Word{"王", "wang"},
    Word{"吳", "wu"}, Word{"劉", "liu"}, Word{"蔡", "cai"}, Word{"楊", "yang"}, Word{"許", "xu"}, Word{"鄭", "zheng"}};
constexpr std::array cyrillicFirst{
    Word{"Анна", "anna"}, Word{"Алексей", "aleksey"}, Word{"Борис", "boris"}, Word{"Вера", "vera"}, Word{"Дмитрий", "dmitry"}, Word{"Елена", "elena"},
    Word{"Иван", "ivan"}, Word{"Ирина", "irina"}, Word{"Мария", "maria"}, Word{"Милан", "milan"}, Word{"Николай", "nikolay"}, Word{"Ольга", "olga"},
    Word{"Павел", "pavel"}, Word{"Светлана", "svetlana"}, Word{"Тимур", "timur"}, Word{"Юлия", "yulia"}};
constexpr std::array cyrillicLast{
    Word{"Абаев", "abaev"}, Word{"Васильев", "vasilev"}, Word{"Георгиев", "georgiev"}, Word{"Димитров", "dimitrov"}, Word{"Иванова", "ivanova"}, Word{"Йованович", "jovanovic"},
    Word{"Ким", "kim"}, Word{"Козлова", "kozlova"}, Word{"Морозов", "morozov"}, Word{"Нурланов", "nurlanov"}, Word{"Петрова", "petrova"}, Word{"Стоянов", "stoyanov"}};

constexpr std::array<std::string_view, 16> technologyTable{
    "ERP", "CRM", "Data warehouse", "Kubernetes", "SAP", "Oracle", "Snowflake", "Salesforce",
    "HubSpot", "Tableau", "IoT platform", "MES", "Workday", "Shopify", "AWS", "Azure"};
constexpr std::array<std::string_view, 7> roleTable{"decision maker", "budget holder", "champion", "end user", "influencer", "executive sponsor", "legal and compliance"};
constexpr std::array<std::string_view, 7> titleTable{"VP Operations", "CFO", "Head of Digital", "Operations Analyst", "Enterprise Architect", "Chief Operating Officer", "General Counsel"};
constexpr std::array<std::string_view, 10> ownerTable{"Ana Ruiz", "Ben Okafor", "Дарья Соколова", "陳美玲", "Erik Lindqvist", "Fatima Zahra", "Grace Kim", "Иван Петров", "Julia Weber", "Leo Martins"};
constexpr std::array<std::string_view, 4> areaTable{"Planning", "Analytics", "Integration", "Automation"};
constexpr std::array<std::string_view, 10> topicTable{
    "Supply chain planning", "Demand forecasting", "Warehouse automation", "Predictive maintenance", "Master data management",
    "Process mining", "Digital twin", "Spend analytics", "Sales and operations planning", "Inventory optimisation"};

constexpr std::array kindTable{
    ActivityKind{"web visit", "web", 2, 0.30, 0.08},          ActivityKind{"email click", "email", 3, 0.16, 0.08},
    ActivityKind{"ad click", "display ads", 2, 0.14, 0.03},   ActivityKind{"content download", "web", 5, 0.16, 0.14},
    ActivityKind{"high-value web page", "web", 5, 0.12, 0.14}, ActivityKind{"webinar", "webinar", 8, 0.07, 0.15},
    ActivityKind{"event", "event", 10, 0.03, 0.07},           ActivityKind{"reply", "sales", 8, 0.02, 0.08},
    ActivityKind{"meeting", "sales", 15, 0, 0.12},            ActivityKind{"demo", "sales", 15, 0, 0.06},
    ActivityKind{"trial", "web", 15, 0, 0.03},                ActivityKind{"research report", "paid social", 6, 0, 0.02},
    ActivityKind{"email open", "email", 1, 0, 0}};

constexpr std::array assetTable{
    Asset{"Product tour page", "web visit", "Planning"},          Asset{"Customer stories page", "web visit", "Analytics"},
    Asset{"Home page", "web visit", ""},                          Asset{"Integrations page", "web visit", "Integration"},
    Asset{"Newsletter", "email click", ""},                       Asset{"Release notes mail", "email click", "Automation"},
    Asset{"Forecasting banner", "ad click", "Planning"},          Asset{"Brand banner", "ad click", ""},
    Asset{"Planning handbook", "content download", "Planning"},   Asset{"Migration checklist", "content download", "Integration"},
    Asset{"Analytics buyer guide", "content download", "Analytics"}, Asset{"ROI calculator", "high-value web page", "Analytics"},
    Asset{"Pricing page", "high-value web page", "Planning"},     Asset{"Forecasting masterclass", "webinar", "Analytics"},
    Asset{"Automation live", "webinar", "Automation"},            Asset{"Planning summit", "event", "Planning"},
    Asset{"", "reply", ""},                                       Asset{"", "meeting", "Planning"},
    Asset{"Guided demo", "demo", "Integration"},                  Asset{"14-day trial", "trial", "Automation"},
    Asset{"State of planning report", "research report", "Planning"}, Asset{"Newsletter", "email open", ""}};

constexpr std::array campaignTable{
    Campaign{"Just-right accounts: executive series", "abm", 330, 150, 0.06, 1.0}, Campaign{"Tier 1 popcorn boxes", "abm", 150, -20, 0.04, 0.9},
    Campaign{"Warehouse automation cluster", "abm", 240, 30, 0.08, 1.0},           Campaign{"Planning summit", "abm", 120, 40, 0.10, 0.6},
    Campaign{"Always-on display", "traditional", 365, -60, 0.30, 0.9},             Campaign{"Newsletter", "traditional", 365, -60, 0.02, 1.1},
    Campaign{"Trade fair booth", "traditional", 200, 195, 0.18, 0.5},              Campaign{"Paid search", "traditional", 300, -30, 0.14, 0.9}};

} // namespace

std::span<const Industry> industries() { return industryTable; }
std::span<const Country> countries() { return countryTable; }

std::span<const Word> companyStems(Language language)
{
    switch (language) {
    case Language::latin: return latinStems;
    case Language::chinese: return chineseStems;
    case Language::cyrillic: return cyrillicStems;
    }
    return latinStems;
}

std::span<const Word> firstNames(Language language)
{
    switch (language) {
    case Language::latin: return latinFirst;
    case Language::chinese: return chineseFirst;
    case Language::cyrillic: return cyrillicFirst;
    }
    return latinFirst;
}

std::span<const Word> lastNames(Language language)
{
    switch (language) {
    case Language::latin: return latinLast;
    case Language::chinese: return chineseLast;
    case Language::cyrillic: return cyrillicLast;
    }
    return latinLast;
}

std::span<const std::string_view> technologies() { return technologyTable; }
std::span<const std::string_view> buyingRoles() { return roleTable; }
std::span<const std::string_view> titles() { return titleTable; }
std::span<const std::string_view> owners() { return ownerTable; }
std::span<const std::string_view> productAreas() { return areaTable; }
std::span<const std::string_view> topics() { return topicTable; }
std::span<const ActivityKind> activityKinds() { return kindTable; }
std::span<const Asset> assets() { return assetTable; }
std::span<const Campaign> campaigns() { return campaignTable; }

} // namespace dimsum::sample

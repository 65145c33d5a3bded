// The menu of a new workspace: domain.md section 7 names the plays it must have; courses, prices, lead days
// and places are typical of a field-marketing team of five and are there to be changed.
#include "domain/menu.h"

namespace dimsum
{

namespace
{

// Whole major units of a currency of scale 1.
struct Scale {
    std::int64_t minorPerMajor = 100;
    std::int64_t factor = 1;

    Money of(std::int64_t major) const { return Money{major * minorPerMajor * factor}; }
};

Scale scaleOf(const Currency &currency)
{
    Scale scale{1, thresholdScale(currency).value_or(1)};
    for (int i = 0; i < currency.exponent; ++i)
        scale.minorPerMajor *= 10;
    return scale;
}

class Kitchen
{
public:
    explicit Kitchen(const Currency &currency) : m_scale(scaleOf(currency)) {}

    CostLine production(std::int64_t amount) const
    {
        return {CostKind::production, m_scale.of(amount), oneQuantity};
    }
    CostLine media(std::int64_t amount) const { return {CostKind::media, m_scale.of(amount), oneQuantity}; }
    CostLine hours(std::int64_t count, std::int64_t rate) const
    {
        return {CostKind::hours, m_scale.of(rate), Quantity{count * oneQuantity.tenThousandths}};
    }
    Approval above(std::int64_t amount) const { return {Approval::Rule::above, m_scale.of(amount)}; }
    Envelope envelope(int tier, std::int64_t limit) const
    {
        return {"tier-" + std::to_string(tier), {EnvelopeScope::Kind::tier, tier, {}}, m_scale.of(limit)};
    }

private:
    Scale m_scale;
};

constexpr Approval always{Approval::Rule::always, Money{}};

std::vector<Play> contentPlays(const Kitchen &k)
{
    return {
        {.code = "executive-thought-leadership",
         .name = "Executive thought-leadership slot",
         .description = "Their article in our review",
         .channel = "content",
         .personalisation = Personalisation::oneToOne,
         .tiers = {1},
         .roles = {"executive sponsor", "decision maker"},
         .costs = {k.production(2'400), k.hours(40, 60)},
         .leadDays = 20,
         .capacity = 6,
         .perAccount = 1,
         .approval = always,
         .inputs = {"contact", "message"},
         .ownerTeam = "Content",
         .delivers = "content download",
         .cheaper = {"custom-content"}},
        {.code = "custom-content",
         .name = "Custom content piece",
         .description = "Six-page brief on their industry and data",
         .channel = "content",
         .personalisation = Personalisation::oneToOne,
         .tiers = {1},
         .roles = {"champion", "influencer"},
         .costs = {k.production(1'400), k.hours(30, 60)},
         .leadDays = 15,
         .capacity = 12,
         .perAccount = 2,
         .inputs = {"message"},
         .ownerTeam = "Content",
         .delivers = "research report",
         .cheaper = {"intent-message"}},
        {.code = "personalised-landing-page",
         .name = "Personalised landing page",
         .description = "Their plants, their systems, their numbers",
         .channel = "web",
         .personalisation = Personalisation::oneToOne,
         .tiers = {1},
         .roles = {"champion", "end user"},
         .costs = {k.production(500), k.hours(15, 60)},
         .leadDays = 8,
         .capacity = 30,
         .perAccount = 1,
         .inputs = {"message"},
         .ownerTeam = "Web",
         .delivers = "high-value web page"},
    };
}

std::vector<Play> eventPlays(const Kitchen &k)
{
    return {
        {.code = "vip-event",
         .name = "VIP event invitation",
         .description = "A seat at the customer dinner",
         .channel = "event",
         .personalisation = Personalisation::oneToOne,
         .tiers = {1},
         .roles = {"executive sponsor", "decision maker"},
         .costs = {k.production(3'100), k.hours(10, 60)},
         .leadDays = 25,
         .capacity = 12,
         .perAccount = 1,
         .approval = k.above(3'000),
         .inputs = {"contact", "date"},
         .ownerTeam = "Field marketing",
         .delivers = "event",
         .cheaper = {"executive-roundtable"}},
        {.code = "executive-roundtable",
         .name = "Executive roundtable",
         .description = "Virtual, eight peers, one hour",
         .channel = "event",
         .personalisation = Personalisation::oneToFew,
         .tiers = {1},
         .roles = {"decision maker", "budget holder"},
         .costs = {k.production(600), k.hours(5, 60)},
         .leadDays = 12,
         .capacity = 20,
         .perAccount = 2,
         .inputs = {"contact", "date"},
         .ownerTeam = "Field marketing",
         .delivers = "event",
         .cheaper = {"webinar-invitation"}},
        {.code = "on-site-workshop",
         .name = "On-site workshop",
         .description = "Half a day with their team",
         .channel = "event",
         .personalisation = Personalisation::oneToOne,
         .tiers = {1},
         .roles = {"champion", "influencer", "end user"},
         .costs = {k.production(2'900), k.hours(60, 60)},
         .leadDays = 35,
         .capacity = 5,
         .perAccount = 1,
         .approval = always,
         .inputs = {"contact", "date", "address"},
         .ownerTeam = "Field marketing",
         .delivers = "demo",
         .cheaper = {"executive-roundtable"}},
        {.code = "webinar-invitation",
         .name = "Webinar invitation",
         .description = "Next session on their topic",
         .channel = "webinar",
         .personalisation = Personalisation::oneToMany,
         .tiers = {1, 2},
         .roles = {"champion", "influencer", "end user"},
         .costs = {k.hours(2, 60)},
         .leadDays = 3,
         .perAccount = 4,
         .inputs = {"contact"},
         .ownerTeam = "Digital",
         .delivers = "webinar"},
    };
}

std::vector<Play> mailPlays(const Kitchen &k)
{
    return {
        {.code = "dimensional-mail",
         .name = "Dimensional mail (popcorn)",
         .description = "Popcorn box with the research report, up to four people",
         .channel = "direct mail",
         .personalisation = Personalisation::oneToOne,
         .tiers = {1},
         .roles = {"champion", "influencer", "end user"},
         .costs = {k.production(280), k.hours(1, 60)},
         .leadDays = 6,
         .capacity = 60,
         .perAccount = 2,
         .inputs = {"contact", "address", "message"},
         .ownerTeam = "Field marketing",
         .delivers = "research report",
         .cheaper = {"direct-mail"}},
        {.code = "ice-cream-cart",
         .name = "Ice cream cart at their office",
         .description = "Half a day, thirty portions",
         .channel = "direct mail",
         .personalisation = Personalisation::oneToOne,
         .tiers = {1},
         .roles = {"champion", "influencer", "end user"},
         .costs = {k.production(2'000), k.hours(10, 60)},
         .leadDays = 15,
         .capacity = 8,
         .perAccount = 1,
         .inputs = {"contact", "address", "date"},
         .ownerTeam = "Field marketing",
         .delivers = "event",
         .cheaper = {"dimensional-mail"}},
        {.code = "handwritten-note",
         .name = "Handwritten executive note",
         .description = "From our chief executive",
         .channel = "direct mail",
         .personalisation = Personalisation::oneToOne,
         .tiers = {1},
         .roles = {"executive sponsor", "decision maker"},
         .costs = {k.hours(2, 60)},
         .leadDays = 5,
         .capacity = 40,
         .perAccount = 1,
         .inputs = {"contact", "address", "message"},
         .ownerTeam = "Field marketing",
         .delivers = "reply"},
        {.code = "direct-mail",
         .name = "Direct mail",
         .description = "Printed guide with a letter",
         .channel = "direct mail",
         .personalisation = Personalisation::oneToFew,
         .tiers = {1, 2},
         .roles = {"decision maker", "budget holder", "champion"},
         .costs = {k.production(25), k.hours(1, 20)},
         .leadDays = 7,
         .capacity = 400,
         .perAccount = 3,
         .inputs = {"contact", "address"},
         .ownerTeam = "Field marketing",
         .delivers = "research report"},
    };
}

std::vector<Play> digitalPlays(const Kitchen &k)
{
    return {
        {.code = "custom-display-creative",
         .name = "Custom display creative",
         .description = "Three formats, two rounds of changes",
         .channel = "display",
         .personalisation = Personalisation::oneToOne,
         .tiers = {1},
         .roles = {"decision maker", "champion", "influencer", "end user"},
         .costs = {k.media(1'000), k.production(600), k.hours(10, 60)},
         .leadDays = 10,
         .capacity = 15,
         .perAccount = 1,
         .inputs = {"message"},
         .ownerTeam = "Digital",
         .delivers = "ad click",
         .cheaper = {"account-based-ads"}},
        {.code = "account-based-ads",
         .name = "Account-based ads to a generic landing page",
         .description = "Six weeks, linked to the topic they read",
         .channel = "display",
         .personalisation = Personalisation::oneToFew,
         .tiers = {1, 2},
         .roles = {"decision maker", "budget holder", "champion", "influencer", "end user"},
         .costs = {k.media(480), k.hours(2, 60)},
         .leadDays = 5,
         .capacity = 100,
         .perAccount = 2,
         .ownerTeam = "Digital",
         .delivers = "web visit"},
        {.code = "intent-message",
         .name = "Intent-based message with generic content",
         .description = "Mail on the hot topic with our best report",
         .channel = "email",
         .personalisation = Personalisation::oneToFew,
         .tiers = {2},
         .roles = {"champion", "influencer"},
         .costs = {k.hours(1, 60)},
         .leadDays = 2,
         .perAccount = 4,
         .inputs = {"contact"},
         .ownerTeam = "Digital",
         .delivers = "email click"},
        {.code = "always-on-ads",
         .name = "Always-on ads",
         .description = "Brand campaign, one quarter",
         .channel = "display",
         .personalisation = Personalisation::oneToMany,
         .tiers = {3},
         .costs = {k.media(30)},
         .leadDays = 2,
         .perAccount = 1,
         .ownerTeam = "Digital",
         .delivers = "ad click"},
        {.code = "nurture",
         .name = "Demand-generation nurture",
         .description = "Eight mails over ten weeks",
         .channel = "email",
         .personalisation = Personalisation::oneToMany,
         .tiers = {3},
         .costs = {k.production(8)},
         .leadDays = 1,
         .perAccount = 1,
         .inputs = {"contact"},
         .ownerTeam = "Digital",
         .delivers = "email click"},
        {.code = "newsletter",
         .name = "Newsletter",
         .description = "Monthly, one of four topics",
         .channel = "email",
         .personalisation = Personalisation::oneToMany,
         .tiers = {3},
         .costs = {k.production(2)},
         .leadDays = 1,
         .perAccount = 1,
         .inputs = {"contact"},
         .ownerTeam = "Digital",
         .delivers = "email open"},
    };
}

std::vector<Play> salesPlays(const Kitchen &k)
{
    return {
        {.code = "sdr-hours",
         .name = "Dedicated SDR hours",
         .description = "Twenty hours of calling and follow-up",
         .channel = "sales development",
         .personalisation = Personalisation::oneToOne,
         .tiers = {1},
         .roles = {"budget holder", "champion", "influencer"},
         .costs = {k.hours(20, 60)},
         .leadDays = 3,
         .capacity = 12,
         .perAccount = 2,
         .inputs = {"message"},
         .ownerTeam = "Sales development",
         .delivers = "meeting"},
        {.code = "procurement-pack",
         .name = "Procurement and legal pack",
         .description = "Security, terms and references in one folder",
         .channel = "sales development",
         .personalisation = Personalisation::oneToFew,
         .tiers = {1, 2},
         .roles = {"legal and compliance"},
         .costs = {k.production(70), k.hours(3, 60)},
         .leadDays = 5,
         .capacity = 20,
         .perAccount = 1,
         .inputs = {"contact"},
         .ownerTeam = "Sales development",
         .delivers = "content download"},
    };
}

} // namespace

Menu defaultMenu(const Currency &currency, const ProgramPeriod &program)
{
    const Kitchen kitchen(currency);
    Menu menu;
    menu.program = program;
    menu.envelopes = {kitchen.envelope(1, 120'000), kitchen.envelope(2, 60'000), kitchen.envelope(3, 20'000)};
    for (auto course : {contentPlays, eventPlays, mailPlays, digitalPlays, salesPlays})
        for (Play &play : course(kitchen))
            menu.plays.push_back(std::move(play));
    approveDrafts(menu);
    return menu;
}

} // namespace dimsum

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>Baseline</name>
    <message numerus="yes">
        <source>Mean μ of the %n week(s) before = %1</source>
        <translation>
            <numerusform>Mean μ of the %n week before = %1</numerusform>
            <numerusform>Mean μ of the %n weeks before = %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EngagementReceipt</name>
    <message numerus="yes">
        <source>E = sum of what is left of the last %n day(s) = %1</source>
        <translation>
            <numerusform>E = sum of what is left of the last %n day = %1</numerusform>
            <numerusform>E = sum of what is left of the last %n days = %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportWords</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InsightLists</name>
    <message numerus="yes">
        <source>%n interaction(s)</source>
        <translation>
            <numerusform>%n interaction</numerusform>
            <numerusform>%n interactions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IntensityReceipt</name>
    <message numerus="yes">
        <source>Counting activities of the last %n day(s)</source>
        <translation>
            <numerusform>Counting activities of the last %n day</numerusform>
            <numerusform>Counting activities of the last %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IntentReceipt</name>
    <message numerus="yes">
        <source>Newest score of each topic in %n day(s)</source>
        <translation>
            <numerusform>Newest score of each topic in %n day</numerusform>
            <numerusform>Newest score of each topic in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Intent = 0: no score counts in the last %n day(s)</source>
        <translation>
            <numerusform>Intent = 0: no score counts in the last %n day</numerusform>
            <numerusform>Intent = 0: no score counts in the last %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Intent = mean of the %n highest = (%1) / %n = %2</source>
        <translation>
            <numerusform>Intent = mean of the %n highest = (%1) / %n = %2</numerusform>
            <numerusform>Intent = mean of the %n highest = (%1) / %n = %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProofText</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) shorter</source>
        <translation>
            <numerusform>%n day shorter</numerusform>
            <numerusform>%n days shorter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) longer</source>
        <translation>
            <numerusform>%n day longer</numerusform>
            <numerusform>%n days longer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScoreReceipt</name>
    <message numerus="yes">
        <source>no signal in %n day(s)</source>
        <translation>
            <numerusform>no signal in %n day</numerusform>
            <numerusform>no signal in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>mean of %n topic(s)</source>
        <translation>
            <numerusform>mean of %n topic</numerusform>
            <numerusform>mean of %n topics</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>no activity in %n day(s)</source>
        <translation>
            <numerusform>no activity in %n day</numerusform>
            <numerusform>no activity in %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SlipPrint</name>
    <message numerus="yes">
        <source>Total, %n play(s)</source>
        <translation>
            <numerusform>Total, %n play</numerusform>
            <numerusform>Total, %n plays</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TableExport</name>
    <message numerus="yes">
        <source>%n opted-out contact(s) left out.</source>
        <translation>
            <numerusform>%n opted-out contact left out.</numerusform>
            <numerusform>%n opted-out contacts left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) without consent data left out.</source>
        <translation>
            <numerusform>%n person without consent data left out.</numerusform>
            <numerusform>%n persons without consent data left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TierReceipt</name>
    <message numerus="yes">
        <source>ACV rank = 100 × the share of the %n account(s) in the program with a lower ACV</source>
        <translation>
            <numerusform>ACV rank = 100 × the share of the %n account in the program with a lower ACV</numerusform>
            <numerusform>ACV rank = 100 × the share of the %n accounts in the program with a lower ACV</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorthViewText</name>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dimsum::AccountConditions</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dimsum::AccountForm</name>
    <message numerus="yes">
        <source>Edit %n account(s)</source>
        <translation>
            <numerusform>Edit %n account</numerusform>
            <numerusform>Edit %n accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change %n account(s)</source>
        <translation>
            <numerusform>Change %n account</numerusform>
            <numerusform>Change %n accounts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dimsum::AccountHead</name>
    <message numerus="yes">
        <source>%n open order(s)</source>
        <translation>
            <numerusform>%n open order</numerusform>
            <numerusform>%n open orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n overdue</numerusform>
            <numerusform>%n overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n play(s) on a draft slip</source>
        <translation>
            <numerusform>%n play on a draft slip</numerusform>
            <numerusform>%n plays on a draft slip</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dimsum::AccountsPage</name>
    <message numerus="yes">
        <source>%n account(s), mean</source>
        <translation>
            <numerusform>%n account, mean</numerusform>
            <numerusform>%n accounts, mean</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n account(s)</source>
        <translation>
            <numerusform>%n account</numerusform>
            <numerusform>%n accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n condition(s) set.</source>
        <translation>
            <numerusform>%n condition set.</numerusform>
            <numerusform>%n conditions set.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Edit %n account(s)…</source>
        <translation>
            <numerusform>&amp;Edit %n account…</numerusform>
            <numerusform>&amp;Edit %n accounts…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Order plays for %n account(s)…</source>
        <translation>
            <numerusform>&amp;Order plays for %n account…</numerusform>
            <numerusform>&amp;Order plays for %n accounts…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dimsum::BoardView</name>
    <message numerus="yes">
        <source>the oldest waits %n day(s)</source>
        <translation>
            <numerusform>the oldest waits %n day</numerusform>
            <numerusform>the oldest waits %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n late</numerusform>
            <numerusform>%n late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n day late</numerusform>
            <numerusform>%n days late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n order</numerusform>
            <numerusform>%n orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dimsum::BudgetsView</name>
    <message numerus="yes">
        <source>%n order(s), %1</source>
        <translation>
            <numerusform>%n order, %1</numerusform>
            <numerusform>%n orders, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dimsum::BulkOrderDialog</name>
    <message numerus="yes">
        <source>Order for %n account(s)</source>
        <translation>
            <numerusform>Order for %n account</numerusform>
            <numerusform>Order for %n accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1
On the menu of %n of these accounts</source>
        <translation>
            <numerusform>%1
On the menu of %n of these accounts</numerusform>
            <numerusform>%1
On the menu of %n of these accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) fit, %1 together.</source>
        <translation>
            <numerusform>%n order fit, %1 together.</numerusform>
            <numerusform>%n orders fit, %1 together.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n go to approval.</source>
        <translation>
            <numerusform>%n go to approval.</numerusform>
            <numerusform>%n go to approval.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n do(es) not: %1.</source>
        <translation>
            <numerusform>%n do not: %1.</numerusform>
            <numerusform>%n does not: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Place %n order(s), %1</source>
        <translation>
            <numerusform>Place %n order, %1</numerusform>
            <numerusform>Place %n orders, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) placed.</source>
        <translation>
            <numerusform>%n order placed.</numerusform>
            <numerusform>%n orders placed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n did not fit.</source>
        <translation>
            <numerusform>%n did not fit.</numerusform>
            <numerusform>%n did not fit.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dimsum::CalendarView</name>
    <message numerus="yes">
        <source>%n due</source>
        <translation>
            <numerusform>%n due</numerusform>
            <numerusform>%n due</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n late</numerusform>
            <numerusform>%n late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a day yet</source>
        <translation>
            <numerusform>%n without a day yet</numerusform>
            <numerusform>%n without a day yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dimsum::CommitteePanel</name>
    <message numerus="yes">
        <source>%1 of %n role(s) engaged</source>
        <translation>
            <numerusform>%1 of %n role engaged</numerusform>
            <numerusform>%1 of %n roles engaged</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dimsum::CriterionDialog</name>
    <message numerus="yes">
        <source>%n account(s)</source>
        <translation>
            <numerusform>%n account</numerusform>
            <numerusform>%n accounts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dimsum::ExchangePage</name>
    <message numerus="yes">
        <source>%n import(s)</source>
        <translation>
            <numerusform>%n import</numerusform>
            <numerusform>%n imports</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dimsum::FieldsSection</name>
    <message numerus="yes">
        <source>%n known</source>
        <translation>
            <numerusform>%n known</numerusform>
            <numerusform>%n known</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dimsum::HistorySection</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dimsum::IcpPage</name>
    <message numerus="yes">
        <source>%n criteria</source>
        <translation>
            <numerusform>%n criteria</numerusform>
            <numerusform>%n criteria</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n account(s) worth enriching</source>
        <translation>
            <numerusform>%n account worth enriching</numerusform>
            <numerusform>%n accounts worth enriching</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dimsum::ImportWizard</name>
    <message numerus="yes">
        <source>%n row(s) rejected</source>
        <translation>
            <numerusform>%n row rejected</numerusform>
            <numerusform>%n rows rejected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n row(s)</source>
        <translation>
            <numerusform>Import %n row</numerusform>
            <numerusform>Import %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n account(s) would be made.</source>
        <translation>
            <numerusform>%n account would be made.</numerusform>
            <numerusform>%n accounts would be made.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) are known from activities only; they get no hand-off until consent data arrive.</source>
        <translation>
            <numerusform>%n person are known from activities only; they get no hand-off until consent data arrive.</numerusform>
            <numerusform>%n persons are known from activities only; they get no hand-off until consent data arrive.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rejected row(s) saved to %1, each with its line, field and reason.</source>
        <translation>
            <numerusform>%n rejected row saved to %1, each with its line, field and reason.</numerusform>
            <numerusform>%n rejected rows saved to %1, each with its line, field and reason.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dimsum::InsightsPage</name>
    <message numerus="yes">
        <source>%n account(s)</source>
        <translation>
            <numerusform>%n account</numerusform>
            <numerusform>%n accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n high-intensity account(s) now.</source>
        <translation>
            <numerusform>%n high-intensity account now.</numerusform>
            <numerusform>%n high-intensity accounts now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Like the %n account(s) of your list.</source>
        <translation>
            <numerusform>Like the %n account of your list.</numerusform>
            <numerusform>Like the %n accounts of your list.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of the %n example(s), some were chosen by marketing.</source>
        <translation>
            <numerusform>Of the %n example, some were chosen by marketing.</numerusform>
            <numerusform>Of the %n examples, some were chosen by marketing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n near miss(es)</source>
        <translation>
            <numerusform>%n near miss</numerusform>
            <numerusform>%n near misses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hand off %n account(s)</source>
        <translation>
            <numerusform>Hand off %n account</numerusform>
            <numerusform>Hand off %n accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) opted out and stayed here.</source>
        <translation>
            <numerusform>%n person opted out and stayed here.</numerusform>
            <numerusform>%n persons opted out and stayed here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) without consent data stayed here.</source>
        <translation>
            <numerusform>%n person without consent data stayed here.</numerusform>
            <numerusform>%n persons without consent data stayed here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dimsum::JourneyPanel</name>
    <message numerus="yes">
        <source>%n other(s)</source>
        <translation>
            <numerusform>%n other</numerusform>
            <numerusform>%n others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %2: %3, %n point(s)</source>
        <translation>
            <numerusform>%1, %2: %3, %n point</numerusform>
            <numerusform>%1, %2: %3, %n points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n touch(es)</source>
        <translation>
            <numerusform>%n touch</numerusform>
            <numerusform>%n touches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dimsum::MainToolBar</name>
    <message numerus="yes">
        <source>Messages, %n new</source>
        <translation>
            <numerusform>Messages, %n new</numerusform>
            <numerusform>Messages, %n new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dimsum::MenuAccountModel</name>
    <message numerus="yes">
        <source>%n open order(s)</source>
        <translation>
            <numerusform>%n open order</numerusform>
            <numerusform>%n open orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dimsum::MenuOverview</name>
    <message numerus="yes">
        <source>Approve %n draft(s)</source>
        <translation>
            <numerusform>Approve %n draft</numerusform>
            <numerusform>Approve %n drafts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dimsum::MenuPage</name>
    <message numerus="yes">
        <source>%n play(s) ticked, %1</source>
        <translation>
            <numerusform>%n play ticked, %1</numerusform>
            <numerusform>%n plays ticked, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) missing</source>
        <translation>
            <numerusform>%n thing missing</numerusform>
            <numerusform>%n things missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n delivered for %1</source>
        <translation>
            <numerusform>%n delivered for %1</numerusform>
            <numerusform>%n delivered for %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rejected or cancelled</source>
        <translation>
            <numerusform>%n rejected or cancelled</numerusform>
            <numerusform>%n rejected or cancelled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still open, worth %1: carried over, with their due days, and paid from these envelopes</source>
        <translation>
            <numerusform>%n still open, worth %1: carried over, with their due days, and paid from these envelopes</numerusform>
            <numerusform>%n still open, worth %1: carried over, with their due days, and paid from these envelopes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dimsum::NavigationRail</name>
    <message numerus="yes">
        <source>%1, %n waiting</source>
        <translation>
            <numerusform>%1, %n waiting</numerusform>
            <numerusform>%1, %n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dimsum::OrderTableModel</name>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n day late</numerusform>
            <numerusform>%n days late</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dimsum::OrdersPage</name>
    <message numerus="yes">
        <source>%n condition(s) set.</source>
        <translation>
            <numerusform>%n condition set.</numerusform>
            <numerusform>%n conditions set.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n order</numerusform>
            <numerusform>%n orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) are %1 now.</source>
        <translation>
            <numerusform>%n order are %1 now.</numerusform>
            <numerusform>%n orders are %1 now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not go there and stayed.</source>
        <translation>
            <numerusform>%n could not go there and stayed.</numerusform>
            <numerusform>%n could not go there and stayed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dimsum::OrdersSection</name>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n day late</numerusform>
            <numerusform>%n days late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Draft slip: %n play(s)</source>
        <translation>
            <numerusform>Draft slip: %n play</numerusform>
            <numerusform>Draft slip: %n plays</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dimsum::PaceView</name>
    <message numerus="yes">
        <source>%n open deal(s) met through fewer channels than before</source>
        <translation>
            <numerusform>%n open deal met through fewer channels than before</numerusform>
            <numerusform>%n open deals met through fewer channels than before</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dimsum::PolicyCompare</name>
    <message numerus="yes">
        <source>%n account(s) in another tier</source>
        <translation>
            <numerusform>%n account in another tier</numerusform>
            <numerusform>%n accounts in another tier</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dimsum::PolicyHistory</name>
    <message numerus="yes">
        <source>%n account(s) in another tier now.</source>
        <translation>
            <numerusform>%n account in another tier now.</numerusform>
            <numerusform>%n accounts in another tier now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dimsum::QuarterView</name>
    <message numerus="yes">
        <source>%n order(s), one an account, by tier and priority</source>
        <translation>
            <numerusform>%n order, one an account, by tier and priority</numerusform>
            <numerusform>%n orders, one an account, by tier and priority</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n order</numerusform>
            <numerusform>%n orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n play(s) ticked on the slips of their accounts. Reps find them on the menu cards and on Today.</source>
        <translation>
            <numerusform>%n play ticked on the slips of their accounts. Reps find them on the menu cards and on Today.</numerusform>
            <numerusform>%n plays ticked on the slips of their accounts. Reps find them on the menu cards and on Today.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dimsum::RejectDialog</name>
    <message numerus="yes">
        <source>Reject %n order(s)</source>
        <translation>
            <numerusform>Reject %n order</numerusform>
            <numerusform>Reject %n orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dimsum::RoiPage</name>
    <message numerus="yes">
        <source>%n campaign(s), none over its limit</source>
        <translation>
            <numerusform>%n campaign, none over its limit</numerusform>
            <numerusform>%n campaigns, none over its limit</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dimsum::SlipPanel</name>
    <message numerus="yes">
        <source>Total, %n play(s)</source>
        <translation>
            <numerusform>Total, %n play</numerusform>
            <numerusform>Total, %n plays</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dimsum::TieringPage</name>
    <message numerus="yes">
        <source>Intent feed is %n day(s) old: no surges</source>
        <translation>
            <numerusform>Intent feed is %n day old: no surges</numerusform>
            <numerusform>Intent feed is %n days old: no surges</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n account(s) without a place end below accounts of lesser rules</source>
        <translation>
            <numerusform>%n account without a place end below accounts of lesser rules</numerusform>
            <numerusform>%n accounts without a place end below accounts of lesser rules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n disqualified account(s) pinned</source>
        <translation>
            <numerusform>%n disqualified account pinned</numerusform>
            <numerusform>%n disqualified accounts pinned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; %n more change(s)</source>
        <translation>
            <numerusform>; %n more change</numerusform>
            <numerusform>; %n more changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, and %n more</source>
        <translation>
            <numerusform>%1, and %n more</numerusform>
            <numerusform>%1, and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open order(s) get the mark “tier changed”</source>
        <translation>
            <numerusform>%n open order get the mark “tier changed”</numerusform>
            <numerusform>%n open orders get the mark “tier changed”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apply %n move(s)…</source>
        <translation>
            <numerusform>Apply %n move…</numerusform>
            <numerusform>Apply %n moves…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pin(s) keep their tier</source>
        <translation>
            <numerusform>%n pin keep their tier</numerusform>
            <numerusform>%n pins keep their tier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apply %n move(s)</source>
        <translation>
            <numerusform>Apply %n move</numerusform>
            <numerusform>Apply %n moves</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Policy %1 applied: %n account(s) moved.</source>
        <translation>
            <numerusform>Policy %1 applied: %n account moved.</numerusform>
            <numerusform>Policy %1 applied: %n accounts moved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dimsum::TodayListModel</name>
    <message numerus="yes">
        <source>%n play(s), %1</source>
        <translation>
            <numerusform>%n play, %1</numerusform>
            <numerusform>%n plays, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is %n day(s) late</source>
        <translation>
            <numerusform>%1 is %n day late</numerusform>
            <numerusform>%1 is %n days late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dimsum::TodayPage</name>
    <message numerus="yes">
        <source>%n thing(s), in order</source>
        <translation>
            <numerusform>%n thing, in order</numerusform>
            <numerusform>%n things, in order</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n day late</numerusform>
            <numerusform>%n days late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n action(s)</source>
        <translation>
            <numerusform>%n action</numerusform>
            <numerusform>%n actions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n due today</source>
        <translation>
            <numerusform>%n due today</numerusform>
            <numerusform>%n due today</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dimsum::WorkloadView</name>
    <message numerus="yes">
        <source>%n open order(s)</source>
        <translation>
            <numerusform>%n open order</numerusform>
            <numerusform>%n open orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n late</numerusform>
            <numerusform>%n late</numerusform>
        </translation>
    </message>
</context>
</TS>

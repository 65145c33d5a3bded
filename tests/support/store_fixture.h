// A workspace file in a folder of its own, with a small menu, for tests of the store.
#pragma once

#include "domain/menu.h"
#include "store/account_store.h"
#include "store/database.h"
#include "store/document_store.h"
#include "store/order_store.h"
#include "store/program_store.h"
#include "store/setting_store.h"
#include "store/transaction.h"

#include <QTemporaryDir>
#include <QUuid>

#include <memory>

namespace dimsum::test {

struct StoreFixture {
    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("plan.dimsum"));
    std::unique_ptr<Database> database;
    AccountId account;
    ProgramId program;

    bool create()
    {
        auto created = Database::create(path);
        if (!created)
            return false;
        database = std::move(*created);
        static_cast<void>(SettingStore(*database).setValue("currency", "USD"));
        for (const DocumentKind kind : {DocumentKind::policy, DocumentKind::menu})
            static_cast<void>(DocumentStore(*database).append(kind, "{}", "test", 0));
        const auto id = AccountStore(*database).insert(named("acme.com"));
        const auto period = ProgramStore(*database).insert({{}, "q3", "Q3", dayOf(2025, 7, 1), dayOf(2025, 9, 30)});
        if (!id || !period)
            return false;
        account = *id;
        program = *period;
        return OrderStore(*database).setMenu(program, menu()).ok();
    }

    // Envelope tier-1 of 100.00; play mail of 30.00, capacity 5, 4 per account.
    static Menu menu(std::int64_t limit = 10'000, int capacity = 5, int perAccount = 4)
    {
        Play mail;
        mail.code = "mail";
        mail.name = "Mail";
        mail.tiers = {1};
        mail.capacity = capacity;
        mail.perAccount = perAccount;
        mail.costs = {{CostKind::production, Money{3'000}, oneQuantity}};
        mail.status = PlayStatus::approved;
        Menu menu;
        menu.program.name = "Q3";
        menu.envelopes = {{"tier-1", {EnvelopeScope::Kind::tier, 1, {}}, Money{limit}}};
        menu.plays = {mail};
        return menu;
    }

    static std::string uuid() { return QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString(); }

    static OrderLine line(std::int64_t price)
    {
        OrderLine mail;
        mail.id = uuid();
        mail.play = "mail";
        mail.price = Money{price};
        return mail;
    }

    static StoredAccount named(const std::string &domain)
    {
        StoredAccount made;
        made.domain = made.name = made.nameKey = domain;
        return made;
    }

    SlipRequest slip(std::int64_t price = 3'000, int lines = 1, const std::string &id = uuid()) const
    {
        SlipRequest request;
        request.id = id;
        request.account = account;
        request.program = program;
        request.menuVersion = 1;
        request.tier = 1;
        request.currency = "USD";
        request.instant = 1'750'000'000'000;
        request.day = dayOf(2025, 7, 2);
        request.by = "Ana";
        for (int i = 0; i < lines; ++i)
            request.lines.push_back(line(price));
        return request;
    }
};

} // namespace dimsum::test

// Four accounts whose every figure was worked out by hand, on a day that never moves unless a test moves it:
// acme.com just right, gamma.com too small, beta.com lacking one field, delta.com no fit.
#pragma once

#include "domain/day.h"
#include "exchange/text_key.h"
#include "service/editing_service.h"
#include "service/icp_service.h"
#include "service/workspace.h"
#include "store/integrity.h"
#include "store/activity_store.h"
#include "store/contact_store.h"
#include "store/integrity.h"
#include "store/intent_store.h"
#include "store/setting_store.h"
#include "store/term_store.h"
#include "store/transaction.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <map>
#include <memory>

namespace dimsum {

class SmallWorld
{
public:
    static constexpr Day today = dayOf(2025, 6, 30); // a Monday

    // Empty unless filled; `create` tells whether it worked.
    bool create()
    {
        auto made = Workspace::create(m_folder.filePath(QStringLiteral("small.dimsum")), {}, clock());
        if (!made)
            qWarning("%s", plainText(made.error()).c_str());
        else
            workspace = std::move(*made);
        return workspace != nullptr;
    }

    bool fill()
    {
        return create() && account("acme.com", "Acme", "Software", "200", "60000")
               && account("beta.com", "Beta", "Software", "", "20000")
               && account("gamma.com", "Gamma", "Software", "150", "10000")
               && account("delta.com", "Delta", "Retail", "500", "90000") && person("acme.com", "ann@acme.com")
               && activity("acme.com", "ann@acme.com", "demo", today) && signal("acme.com", "CRM", today, 72)
               && profile();
    }

    // Software weighs 3, at least 100 employees 2.
    bool profile()
    {
        Criterion industry;
        industry.field = IcpField::industry;
        industry.test = CriterionTest::oneOf;
        industry.values = {{"Software", "software"}};
        industry.weight = 3;
        Criterion size;
        size.field = IcpField::employees;
        size.test = CriterionTest::between;
        size.min = 100;
        size.weight = 2;
        return fine(setIcp(*workspace, {.criteria = {industry, size}, .committee = {"champion"}}, "test"));
    }

    bool account(const char *domain, const char *name, const char *industry, const char *employees, const char *acv)
    {
        const auto id = addAccount(*workspace, {.domain = QString::fromLatin1(domain),
                                                .name = QString::fromLatin1(name),
                                                .fields = {{QStringLiteral("industry"), QString::fromLatin1(industry)},
                                                           {QStringLiteral("employees"), QString::fromLatin1(employees)},
                                                           {QStringLiteral("acv"), QString::fromLatin1(acv)}}});
        if (id)
            ids[domain] = *id;
        return fine(id);
    }

    bool person(const char *domain, const char *email, const char *role = "champion", bool optOut = false)
    {
        const auto id = addContact(*workspace, {.account = ids.at(domain),
                                                .email = QString::fromLatin1(email),
                                                .buyingRole = QString::fromLatin1(role),
                                                .optOut = optOut});
        if (id)
            people[email] = *id;
        return fine(id);
    }

    bool activity(const char *domain, const char *email, const char *type, Day day)
    {
        return changed([&](Database &database) {
            const auto term = TermStore(database).intern(TermKind::activityType, typeKey(std::string_view(type)), type);
            if (!term)
                return Outcome(term.error());
            ActivityStore store(database);
            const auto known = store.blocks(ids.at(domain));
            if (!known)
                return Outcome(known.error());
            std::vector<PackedActivity> rows;
            for (const ActivityBlock &block : *known) {
                ActivityBlockReader reader(block.content);
                for (PackedActivity row; reader.next(row);)
                    rows.push_back(row);
            }
            rows.push_back({.instant = std::int64_t{day.number} * 86'400'000,
                            .type = term->value,
                            .contact = email ? people.at(email).value : 0,
                            .dated = true});
            std::stable_sort(rows.begin(), rows.end(), [](const auto &a, const auto &b) { return a.instant < b.instant; });
            return store.put(ids.at(domain), {}, rows);
        });
    }

    bool signal(const char *domain, const char *topic, Day day, double score)
    {
        return changed([&](Database &database) {
            TermStore terms(database);
            const auto source = terms.intern(TermKind::source, "bombora", "Bombora");
            const auto word = terms.intern(TermKind::topic, textKey(std::string_view(topic)), topic);
            if (!source || !word)
                return Outcome(source ? word.error() : source.error());
            return IntentStore(database).insert({.account = ids.at(domain),
                                                 .source = source->value,
                                                 .topic = word->value,
                                                 .day = day,
                                                 .score = score});
        });
    }

    std::string contentHash()
    {
        const auto hash = dimsum::contentHash(workspace->database());
        return hash ? *hash : "unreadable";
    }

    // Nothing that the integrity check knows of is wrong.
    bool sound()
    {
        const auto report = checkIntegrity(workspace->database());
        for (const Error &finding : report ? report->findings : std::vector<Error>())
            qWarning("%s", plainText(finding).c_str());
        return fine(report) && report->findings.empty();
    }

    QString file(const QString &name) const { return m_folder.filePath(name); }
    QByteArray read(const QString &path) const
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be opened");
    }
    Clock clock() const
    {
        return [now = m_now] { return *now; };
    }
    void moveTo(Day day) { *m_now = noonOf(day); }

    template <class T>
    static bool fine(const Result<T> &result)
    {
        if (!result)
            qWarning("%s", plainText(result.error()).c_str());
        return result.ok();
    }

    std::unique_ptr<Workspace> workspace;
    std::map<std::string, AccountId> ids;
    std::map<std::string, ContactId> people;

private:
    static std::int64_t noonOf(Day day) { return std::int64_t{day.number} * 86'400'000 + 43'200'000; }

    // A change as an import makes it: with a new input revision, without undo.
    template <class Work>
    bool changed(Work work)
    {
        auto transaction = Transaction::begin(workspace->database());
        return fine(transaction) && fine(work(workspace->database()))
               && fine(SettingStore(workspace->database()).bumpInputRevision()) && fine(transaction->commit());
    }

    QTemporaryDir m_folder;
    std::shared_ptr<std::int64_t> m_now = std::make_shared<std::int64_t>(noonOf(today));
};

} // namespace dimsum

// Hand-offs: people who said no never leave, file and record are both there or neither, accounts are followed.
#include "service/handoff_service.h"
#include "support/small_world.h"

#include "store/account_store.h"
#include "store/contact_store.h"

using namespace dimsum;

class TestHandOffService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<SmallWorld>();
        QVERIFY(m_world->fill());
        QVERIFY(m_folder.isValid());
        QFile::remove(file());
    }

    void whoSaidNoStaysHere()
    {
        const AccountId acme = account("acme.com");
        add(acme, "yes@acme.com", false, false);
        add(acme, "no@acme.com", true, false);
        add(acme, "stub@acme.com", {}, true);
        for (const HandOffTarget target : {HandOffTarget::salesloft, HandOffTarget::marketo}) {
            const auto result = handOff(*m_world->workspace, request(target, {acme}));
            QVERIFY2(result.ok(), result.ok() ? "" : plainText(result.error()).c_str());
            const QByteArray text = content();
            QVERIFY(text.contains("yes@acme.com"));
            QVERIFY(!text.contains("no@acme.com") && !text.contains("stub@acme.com"));
            QCOMPARE(result->optedOut, 1);
            QVERIFY(result->unknown >= 1);
        }
        const auto snapshot = loadSnapshot(*m_world->workspace);
        QVERIFY(snapshot.ok());
        const auto lines = handOffs(*m_world->workspace, **snapshot);
        QVERIFY(lines.ok());
        QCOMPARE(lines->size(), std::size_t{2});
        QCOMPARE(lines->front().record.by, std::string("Lena"));
        QCOMPARE(lines->front().record.target, std::string("marketo"));
        QCOMPARE(lines->front().states[static_cast<std::size_t>(HandOffState::waiting)], 1);
    }

    void fileAndRecordTogetherOrNotAtAll()
    {
        const AccountId acme = account("acme.com");
        HandOffRequest bad = request(HandOffTarget::crm, {acme});
        bad.file = QStringLiteral("/no/such/folder/x.csv");
        QVERIFY(!handOff(*m_world->workspace, bad).ok());
        bad = request(HandOffTarget::crm, {acme});
        bad.by.clear();
        QVERIFY(!handOff(*m_world->workspace, bad).ok());
        const AccountId beta = account("beta.com"); // nobody is known there
        const auto nobody = handOff(*m_world->workspace, request(HandOffTarget::salesloft, {beta}));
        QVERIFY(!nobody.ok());
        QCOMPARE(nobody.error().kind, ErrorKind::refused);
        QVERIFY(!QFile::exists(file()));
        const auto snapshot = loadSnapshot(*m_world->workspace);
        QVERIFY(snapshot.ok());
        QVERIFY(handOffs(*m_world->workspace, **snapshot)->empty());
        QVERIFY(handOff(*m_world->workspace, request(HandOffTarget::crm, {acme, beta})).ok());
        QCOMPARE(content().count('\n'), 3);
    }

private:
    QString file() const { return m_folder.filePath(QStringLiteral("out.csv")); }
    QByteArray content() const
    {
        QFile in(file());
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }
    AccountId account(const char *domain) const { return *AccountStore(m_world->workspace->database()).byDomain(domain); }
    void add(AccountId account, const char *email, std::optional<bool> optOut, bool stub)
    {
        QVERIFY(ContactStore(m_world->workspace->database())
                    .insert({.id = {}, .account = account, .emailKey = email, .email = email, .externalId = {}, .firstName = "A", .lastName = "B", .title = {}, .buyingRole = {}, .optOut = optOut, .stub = stub})
                    .ok());
    }
    HandOffRequest request(HandOffTarget target, const std::vector<AccountId> &accounts) const
    {
        HandOffRequest made{.target = target, .file = file(), .items = {}, .by = "Lena"};
        for (const AccountId id : accounts)
            made.items.push_back({.account = id, .action = "inbound cadence", .reason = "high intensity", .deadline = SmallWorld::today + 5, .owner = "Ana"});
        return made;
    }

    std::unique_ptr<SmallWorld> m_world;
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestHandOffService)
#include "tst_handoff_service.moc"

// Four processes order and move orders on one file at once while processes are killed: no envelope, capacity or
// per-account limit is ever passed, no order is there twice, none that was acknowledged is lost. Eight seconds in the
// usual run; DIMSUM_STRESS_SECONDS=60 for the long one.
#include "support/program_run.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTimer>
#include <QUuid>

#include <memory>
#include <optional>

using namespace dimsum::test;

namespace {

constexpr int workers = 4;
constexpr int kills = 40;
constexpr int mailPlaces = 20;
const QString requester = QStringLiteral("Stress Rep");

qint64 cents(const QJsonValue &money)
{
    return qRound64(money.toString().toDouble() * 100);
}

bool takesPlace(const QJsonValue &order)
{
    const QString state = order[u"state"].toString();
    return state != u"rejected"_qs && state != u"cancelled"_qs;
}

// What Tier 2 holds of its envelope, in cents, and how many letters are ordered.
std::pair<qint64, int> held(const QJsonArray &orders)
{
    qint64 used = 0;
    int mails = 0;
    for (const QJsonValue &order : orders) {
        if (!takesPlace(order))
            continue;
        if (order[u"tier"].toString() == u"2"_qs)
            used += order[u"state"].toString() == u"delivered"_qs ? cents(order[u"actual"]) : cents(order[u"price"]);
        mails += order[u"play"].toString() == u"direct-mail"_qs ? 1 : 0;
    }
    return {used, mails};
}

// One call of the program that may be killed, and what is known of it afterwards.
struct Call {
    std::unique_ptr<QProcess> process;
    QStringList words;
    QString slip; // UUID of an order; empty: a move
    bool killed = false;
};

} // namespace

class TestStress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        m_workspace = m_folder.filePath(u"stress.dimsum"_qs);
        COMPARE_EXIT(runProgram({u"demo"_qs, m_workspace}), 0);
        // Little money and few places, so that everybody runs into the limits all the time.
        const auto [used, mails] = held(orders());
        QJsonObject menu = QJsonDocument::fromJson(runProgram({u"menu"_qs, m_workspace, u"show"_qs}).out).object();
        menu.remove(u"version"_qs);
        QJsonArray envelopes = menu[u"envelopes"_qs].toArray();
        m_limit = used + 250'000;
        for (auto envelope : envelopes) {
            if (envelope[u"scope"][u"tier"].toInt() != 2)
                continue;
            QJsonObject changed = envelope.toObject();
            changed[u"limit"_qs] = QString::number(double(m_limit) / 100, 'f', 2);
            envelope = changed;
        }
        menu[u"envelopes"_qs] = envelopes;
        QJsonArray plays = menu[u"plays"_qs].toArray();
        m_places = mails + mailPlaces;
        for (auto play : plays) {
            QJsonObject changed = play.toObject();
            if (changed[u"code"_qs].toString() == u"direct-mail"_qs)
                changed[u"capacity"_qs] = m_places;
            if (changed[u"code"_qs].toString() == u"webinar-invitation"_qs)
                changed[u"per_account"_qs] = 2;
            play = changed;
        }
        menu[u"plays"_qs] = plays;
        const QString file = m_folder.filePath(u"menu.json"_qs);
        QVERIFY(writeFile(file, QJsonDocument(menu).toJson()));
        COMPARE_EXIT(runProgram({u"menu"_qs, m_workspace, u"set"_qs, file}), 0);

        const QString list = m_folder.filePath(u"accounts.csv"_qs);
        COMPARE_EXIT(runProgram({u"export"_qs, m_workspace, u"plan"_qs, u"--out"_qs, list}), 0);
        const QStringList lines = QString::fromUtf8(readFile(list)).split(u'\n', Qt::SkipEmptyParts);
        for (const QString &line : lines) {
            const QString domain = line.section(u',', 0, 0);
            if (line.contains(u",2,"_qs) && !m_accounts.contains(domain))
                m_accounts.append(domain);
        }
        QVERIFY(m_accounts.size() > 40);
        m_before = orders().size();
    }

    void ordersUnderFire()
    {
        const int seconds = qEnvironmentVariableIsSet("DIMSUM_STRESS_SECONDS") ? qEnvironmentVariableIntValue("DIMSUM_STRESS_SECONDS") : 8;
        QElapsedTimer clock;
        clock.start();
        std::vector<Call> running(workers);
        int killed = 0;
        // On a slow machine it goes on until the limits were felt, two minutes at most.
        const auto felt = [&] { return m_acknowledged.size() > 20 && m_refused > 10; };
        while (clock.elapsed() < seconds * 1000 || killed < kills || (!felt() && clock.elapsed() < 120'000)) {
            for (Call &call : running) {
                if (!call.process)
                    begin(call);
                else if (call.process->state() == QProcess::NotRunning)
                    finish(call);
            }
            if (killed < kills && clock.elapsed() > qint64(killed) * seconds * 1000 / kills) {
                Call &victim = running[m_random.bounded(workers)];
                if (victim.process && victim.process->state() == QProcess::Running) {
                    QTest::qWait(int(m_random.bounded(12))); // anywhere between its start and its end
                    victim.killed = true;
                    victim.process->kill();
                    ++killed;
                }
            }
            QTest::qWait(1);
        }
        for (Call &call : running) {
            // One that has ended already cannot be waited for.
            if (call.process && call.process->state() != QProcess::NotRunning && !call.process->waitForFinished(30'000)
                && call.process->state() != QProcess::NotRunning)
                QFAIL("a call did not end");
            if (call.process)
                finish(call);
        }
        QCOMPARE(killed, kills);
        // What became of the slips whose process was killed: the same id once more tells, and orders nothing twice.
        for (const QStringList &words : std::as_const(m_unknown)) {
            const Run again = runProgram(words);
            if (again.exitCode == 0)
                acknowledge(again.json());
            else
                QVERIFY2(!again.json()[u"reason"_qs].toString().isEmpty(), again.story().constData());
        }
        qInfo("%lld calls, %lld orders acknowledged, %lld slips refused, %lld moves, %d killed, of them %lld orders to ask again; %lld s",
              qlonglong(m_calls), qlonglong(m_acknowledged.size()), qlonglong(m_refused), qlonglong(m_moves), killed, qlonglong(m_unknown.size()),
              qlonglong(clock.elapsed() / 1000));
    }

    void nothingIsLostAndNothingTwice()
    {
        QHash<QString, int> found;
        int ours = 0;
        for (const QJsonValue &order : orders()) {
            ++found[order[u"order_id"].toString()];
            ours += order[u"requested_by"].toString() == requester ? 1 : 0;
        }
        QVERIFY(m_acknowledged.size() > 20);
        for (const QString &id : std::as_const(m_acknowledged))
            QCOMPARE(found.value(id), 1);
        QCOMPARE(ours, int(m_acknowledged.size()));
        QCOMPARE(found.size(), m_before + m_acknowledged.size());
    }

    void noLimitWasPassed()
    {
        const QJsonArray all = orders();
        const auto [used, mails] = held(all);
        QHash<QString, int> webinars;
        for (const QJsonValue &order : all) {
            if (takesPlace(order) && order[u"play"].toString() == u"webinar-invitation"_qs)
                QVERIFY(++webinars[order[u"account"].toString()] <= 2);
        }
        QVERIFY2(used <= m_limit, qPrintable(u"%1 of %2"_qs.arg(used).arg(m_limit)));
        QVERIFY2(mails <= m_places, qPrintable(u"%1 of %2"_qs.arg(mails).arg(m_places)));
        QVERIFY(m_refused > 10); // the limits were felt
        // States, ledger against audit trail, database.
        COMPARE_EXIT(runProgram({u"check"_qs, m_workspace}), 0);
    }

private:
    QJsonArray orders() const { return runProgram({u"orders"_qs, m_workspace, u"--json"_qs}).json()[u"orders"_qs].toArray(); }

    void begin(Call &call)
    {
        call.killed = false;
        call.slip.clear();
        if (m_acknowledged.isEmpty() || m_random.bounded(4) > 0) {
            static const QStringList plays{u"direct-mail"_qs, u"webinar-invitation"_qs, u"intent-message"_qs, u"direct-mail,webinar-invitation"_qs};
            call.slip = QUuid::createUuid().toString(QUuid::WithoutBraces);
            const QString play = plays[m_random.bounded(int(plays.size()))];
            call.words = {u"order"_qs, m_workspace, u"--account"_qs, m_accounts[m_random.bounded(int(m_accounts.size()))],
                          u"--play"_qs, play, u"--by"_qs, requester, u"--id"_qs, call.slip,
                          u"--input"_qs, u"contact=Head of operations"_qs, u"--json"_qs};
            if (play.contains(u"direct-mail"_qs))
                call.words += QStringList{u"--input"_qs, u"address=1 High Street"_qs};
        } else {
            static const QStringList states{u"approved"_qs, u"rejected"_qs, u"in production"_qs, u"delivered"_qs, u"cancelled"_qs, u"waiting on rep"_qs};
            call.words = {u"move"_qs, m_workspace, *std::next(m_acknowledged.cbegin(), m_random.bounded(int(m_acknowledged.size()))),
                          states[m_random.bounded(int(states.size()))], u"--by"_qs, u"Stress Marketer"_qs, u"--reason"_qs, u"stress"_qs, u"--json"_qs};
        }
        call.process = std::make_unique<QProcess>();
        call.process->setProcessEnvironment(plainEnvironment());
        call.process->start(QStringLiteral(DIMSUM_PROGRAM), call.words);
        ++m_calls;
    }

    void finish(Call &call)
    {
        const bool whole = call.process->exitStatus() == QProcess::NormalExit;
        const QJsonObject answer = QJsonDocument::fromJson(call.process->readAllStandardOutput()).object();
        if (whole && call.process->exitCode() == 2)
            qWarning("%s", call.process->readAllStandardError().constData());
        if (call.slip.isEmpty())
            m_moves += whole && call.process->exitCode() == 0 ? 1 : 0;
        else if (!whole)
            m_unknown.append(call.words);
        else if (call.process->exitCode() == 0)
            acknowledge(answer);
        else
            ++m_refused;
        call.process.reset();
    }

    void acknowledge(const QJsonObject &answer)
    {
        for (const QJsonValue &order : answer[u"orders"_qs].toArray())
            m_acknowledged.insert(order[u"order_id"].toString());
    }

    QTemporaryDir m_folder;
    QString m_workspace;
    QStringList m_accounts;
    QSet<QString> m_acknowledged;
    QList<QStringList> m_unknown;
    qint64 m_limit = 0, m_calls = 0, m_refused = 0, m_moves = 0;
    qsizetype m_before = 0;
    int m_places = 0;
    QRandomGenerator m_random{20261128};
};

QTEST_GUILESS_MAIN(TestStress)
#include "tst_stress.moc"

#include "service/scored_file.h"

#include "domain/large_memory.h"
#include "service/icp_service.h"
#include "service/tiering_service.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <limits>
#include <span>
#include <thread>
#include <type_traits>

namespace dimsum {

namespace {

constexpr std::uint64_t fileMark = 0x31776d7573'6d6964; // "dimsumw1"
constexpr std::uint32_t fileVersion = 5; // raise it with every change of a struct below
constexpr qsizetype filesKept = 3;
constexpr std::size_t bufferBytes = std::size_t{1} << 20;

// A sum over everything: finds files that were cut or changed by accident. What is written at once is one piece, also
// where it is read in several.
class Checksum
{
public:
    class Piece
    {
    public:
        explicit Piece(Checksum &sum) : m_sum(sum) {}
        ~Piece() { m_sum.mix(m_rest ^ (std::uint64_t{m_have} << 56)); } // the length of the piece counts
        Piece(const Piece &) = delete;
        Piece &operator=(const Piece &) = delete;

        void add(const char *bytes, std::size_t size)
        {
            while (m_have > 0 && size > 0) {
                addByte(*bytes++);
                --size;
            }
            for (; size >= 8; size -= 8, bytes += 8) {
                std::uint64_t word = 0;
                std::memcpy(&word, bytes, 8);
                m_sum.mix(word);
            }
            for (; size > 0; --size)
                addByte(*bytes++);
        }

    private:
        void addByte(char byte)
        {
            m_rest |= std::uint64_t{static_cast<unsigned char>(byte)} << (8 * m_have);
            if (++m_have < 8)
                return;
            m_sum.mix(m_rest);
            m_rest = 0;
            m_have = 0;
        }

        Checksum &m_sum;
        std::uint64_t m_rest = 0;
        std::size_t m_have = 0;
    };

    void add(const void *bytes, std::size_t size) { Piece(*this).add(static_cast<const char *>(bytes), size); }
    std::uint64_t value() const { return m_sum; }

private:
    void mix(std::uint64_t word) { m_sum = (m_sum ^ word) * 0x9e3779b97f4a7c15u + (m_sum >> 29); }
    std::uint64_t m_sum = 0x2545f4914f6cdd1du;
};

// Everything begins at a multiple of eight bytes, so that columns can be taken from the buffer as they lie there.
constexpr std::size_t alignedTo = 8;
constexpr std::size_t paddingAfter(std::size_t size)
{
    return (alignedTo - size % alignedTo) % alignedTo;
}

class ScoredWriter
{
public:
    static constexpr bool writes = true;

    explicit ScoredWriter(QSaveFile &file) : m_file(file), m_begin(file.pos()) {}

    template <class T>
    void value(const T &value)
    {
        static_assert(std::is_trivially_copyable_v<T>);
        bytes(&value, sizeof value);
    }
    template <class T>
    void column(const std::vector<T> &column, std::size_t)
    {
        static_assert(std::is_trivially_copyable_v<T>);
        value(std::uint64_t{column.size()});
        bytes(column.data(), column.size() * sizeof(T));
    }
    void text(const std::string &text)
    {
        value(std::uint64_t{text.size()});
        bytes(text.data(), text.size());
    }
    void texts(const TextColumn &column, std::size_t rows)
    {
        text(column.text());
        this->column(column.ends(), rows);
    }
    void dictionary(const Dictionary &values)
    {
        value(std::uint64_t{values.size()});
        for (std::uint32_t code = 1; code < values.size(); ++code) {
            text(values.at(code).key);
            text(values.at(code).label);
            value(std::uint64_t{values.at(code).parts.size()});
            for (const std::string &part : values.at(code).parts)
                text(part);
        }
    }
    void spoil() { m_good = false; }
    // Bytes of the section; 0 = it could not be written.
    std::uint64_t finish()
    {
        const std::uint64_t sum = m_sum.value();
        value(sum);
        return m_good ? static_cast<std::uint64_t>(m_file.pos() - m_begin) : 0;
    }

private:
    void bytes(const void *data, std::size_t size)
    {
        m_sum.add(data, size);
        m_good = m_good && m_file.write(static_cast<const char *>(data), static_cast<qint64>(size)) == static_cast<qint64>(size);
        constexpr std::array<char, alignedTo> nothing{};
        if (const auto padding = static_cast<qint64>(paddingAfter(size)); padding > 0)
            m_good = m_good && m_file.write(nothing.data(), padding) == padding;
    }

    QSaveFile &m_file;
    qint64 m_begin;
    Checksum m_sum;
    bool m_good = true;
};

// Reads one section. After the first thing that cannot be, everything is empty and finish() is false.
class ScoredReader
{
public:
    static constexpr bool writes = false;

    ScoredReader(const QString &file, std::uint64_t begin, std::uint64_t size) : m_file(file), m_left(size)
    {
        m_good = m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered) && m_file.seek(static_cast<qint64>(begin));
    }

    template <class T>
    void value(T &value)
    {
        static_assert(std::is_trivially_copyable_v<T>);
        take(sizeof value, [&value](std::size_t done, std::span<const char> piece) {
            std::memcpy(reinterpret_cast<char *>(&value) + done, piece.data(), piece.size());
        });
    }
    template <class T>
    void column(std::vector<T> &column, std::size_t rows)
    {
        const std::uint64_t count = length(sizeof(T));
        if (count != rows && count != 0) // a column that is not computed is empty
            return spoil();
        reserveLarge(column, static_cast<std::size_t>(count));
        // Values may be cut by the end of a piece.
        std::array<char, sizeof(T)> cut;
        std::size_t have = 0;
        take(static_cast<std::size_t>(count) * sizeof(T), [&](std::size_t, std::span<const char> piece) {
            if (have > 0) {
                const std::size_t more = std::min(sizeof(T) - have, piece.size());
                std::copy_n(piece.begin(), more, cut.begin() + static_cast<std::ptrdiff_t>(have));
                have += more;
                piece = piece.subspan(more);
                if (have < sizeof(T))
                    return;
                column.push_back(std::bit_cast<T>(cut));
            }
            const std::size_t whole = piece.size() / sizeof(T);
            const std::size_t before = column.size();
            if (reinterpret_cast<std::uintptr_t>(piece.data()) % alignof(T) == 0) {
                const T *first = reinterpret_cast<const T *>(piece.data());
                column.insert(column.end(), first, first + whole); // touches the memory once, resize() would do so twice
            } else {
                column.resize(before + whole);
                std::memcpy(column.data() + before, piece.data(), whole * sizeof(T));
            }
            have = piece.size() - whole * sizeof(T);
            std::copy(piece.end() - static_cast<std::ptrdiff_t>(have), piece.end(), cut.begin());
        });
    }
    void text(std::string &text)
    {
        const auto size = static_cast<std::size_t>(length(1));
        reserveLarge(text, size);
        take(size, [&text](std::size_t, std::span<const char> piece) { text.append(piece.data(), piece.size()); });
    }
    void texts(TextColumn &column, std::size_t rows)
    {
        std::string bytes;
        std::vector<std::uint64_t> ends;
        text(bytes);
        this->column(ends, rows);
        if (ends.size() != rows || (rows > 0 && ends.back() != bytes.size()) || !std::is_sorted(ends.begin(), ends.end()))
            spoil();
        else
            column = TextColumn::of(std::move(bytes), std::move(ends));
    }
    void dictionary(Dictionary &values)
    {
        std::uint64_t count = 0;
        value(count);
        for (std::uint64_t code = 1; code < count && m_good; ++code) {
            std::string key, label;
            text(key);
            text(label);
            std::vector<std::string> parts(static_cast<std::size_t>(length(sizeof(std::uint64_t))));
            for (std::string &part : parts)
                text(part);
            values.intern(key, label, std::move(parts));
        }
    }
    void spoil()
    {
        m_good = false;
        m_left = 0;
    }
    bool finish()
    {
        const std::uint64_t sum = m_sum.value();
        std::uint64_t wanted = 0;
        value(wanted);
        return m_good && m_left == 0 && wanted == sum;
    }

private:
    // Hands `size` bytes on in pieces, as they lie in the buffer.
    template <class Piece>
    void take(std::size_t size, const Piece &piece)
    {
        const std::size_t padding = paddingAfter(size);
        if (!m_good || size > m_left || padding > m_left - size)
            return spoil();
        m_left -= size + padding;
        {
            Checksum::Piece sum(m_sum);
            read(size, [&](std::size_t done, std::span<const char> bytes) {
                sum.add(bytes.data(), bytes.size());
                piece(done, bytes);
            });
        }
        read(padding, [this](std::size_t, std::span<const char> bytes) {
            m_good = m_good && std::all_of(bytes.begin(), bytes.end(), [](char each) { return each == 0; });
        });
    }
    template <class Piece>
    void read(std::size_t size, const Piece &piece)
    {
        for (std::size_t done = 0; done < size;) {
            if (m_at == m_end) {
                m_at = 0;
                const qint64 got = m_file.read(m_buffer.data(), static_cast<qint64>(m_buffer.size()));
                m_end = got > 0 ? static_cast<std::size_t>(got) : 0;
                if (m_end == 0)
                    return spoil();
            }
            const std::size_t now = std::min(size - done, m_end - m_at);
            const std::span<const char> bytes(m_buffer.data() + m_at, now);
            piece(done, bytes);
            m_at += now;
            done += now;
        }
    }
    std::uint64_t length(std::size_t each)
    {
        std::uint64_t count = 0;
        value(count);
        if (count > m_left / each) {
            spoil();
            return 0;
        }
        return count;
    }

    QFile m_file;
    std::uint64_t m_left;
    std::vector<char> m_buffer = std::vector<char>(bufferBytes);
    std::size_t m_at = 0, m_end = 0;
    Checksum m_sum;
    bool m_good = true;
};

template <class File, class Field>
void passField(File &file, Field &field, std::size_t rows)
{
    file.dictionary(field.values);
    file.column(field.codes, rows);
}

// Both ways in one place, so that what is written is what is read. `World` is const for the writer. Two sections, which
// are read side by side.
template <class File, class Base, class Deals, class World>
void passAccounts(File &file, Base &base, Deals &deals, World &world, std::size_t rows)
{
    auto &a = base.accounts;
    file.column(a.id, rows);
    file.texts(a.domain, rows);
    file.texts(a.name, rows);
    file.texts(a.externalId, rows);
    for (auto *field : {&a.industry, &a.country, &a.region, &a.employees, &a.customers, &a.technologies, &a.maturity, &a.funding, &a.owner})
        passField(file, *field, rows);
    for (auto *money : {&a.annualRevenue, &a.budget, &a.acv})
        file.column(*money, rows);
    std::uint64_t customs = a.custom.size();
    file.value(customs);
    if constexpr (!File::writes) {
        if (customs > 1000)
            return file.spoil();
        a.custom.resize(static_cast<std::size_t>(customs));
    }
    for (auto &custom : a.custom) {
        file.text(custom.label);
        file.text(custom.key);
        passField(file, custom.column, rows);
    }
    file.column(deals, rows);
    file.column(world.contacts, rows);
    file.column(base.acvOrder.place, rows);
    std::uint64_t amounts = base.acvOrder.amounts.size();
    file.value(amounts);
    file.column(base.acvOrder.amounts, static_cast<std::size_t>(amounts));
    file.column(base.nameRank, rows);
    file.column(base.externalIdRank, rows);
    file.value(world.activities);
    file.value(world.signals);
    file.value(world.opportunities);
}

// What is shared, to write it or to read into it.
template <class File, class Columns>
auto &passed(Columns &columns)
{
    if constexpr (File::writes)
        return *columns;
    else
        return columns.edit();
}

template <class File, class World>
void passScores(File &file, World &world, std::size_t rows)
{
    auto &fit = passed<File>(world.scores.fit);
    file.value(fit.defined);
    file.column(fit.fit, rows);
    file.column(fit.fitMax, rows);
    file.column(fit.failedMustHave, rows);
    file.column(fit.unknownMustHave, rows);

    auto &intent = passed<File>(world.scores.intent);
    file.value(intent.feed.anchor);
    file.value(intent.feed.stale);
    file.value(intent.feed.anyIntent);
    file.value(intent.feed.topics);
    std::uint64_t pairs = intent.feed.established.size();
    file.value(pairs);
    file.column(intent.feed.established, static_cast<std::size_t>(pairs));
    for (auto *column : {&intent.score, &intent.highest, &intent.surgeValue, &intent.surgeLine})
        file.column(*column, rows);
    file.column(intent.surge, rows);
    file.column(intent.recent, rows);
    file.value(intent.weeks);
    file.column(intent.weekly, rows * intent.weeks);

    auto &engagement = world.scores.engagement;
    file.value(engagement.anyActivity);
    for (auto *column : {&engagement.energy, &engagement.score, &engagement.recentPoints, &engagement.surgeValue, &engagement.surgeLine})
        file.column(*column, rows);
    for (auto *column : {&engagement.recent, &engagement.surge, &engagement.firstActivity})
        file.column(*column, rows);
    file.value(engagement.weeks);
    file.column(engagement.weekly, rows * engagement.weeks);

    auto &intensity = world.scores.intensity;
    file.value(intensity.areasUsed);
    for (auto *column : {&intensity.interactions, &intensity.people, &intensity.areas, &intensity.daysLeft})
        file.column(*column, rows);
    file.column(intensity.high, rows);
    file.column(intensity.lastActivity, rows);
    file.column(intensity.endsOn, rows);

    auto &flags = world.scores.deals;
    file.column(flags.customer, rows);
    file.column(flags.openDeal, rows);
    file.value(flags.anyDeal);
}

struct FileHead {
    std::uint64_t mark = fileMark;
    std::uint32_t version = fileVersion;
    std::int32_t asOf = 0;
    std::int64_t revision = 0, token = 0, newestContact = 0;
    std::uint64_t rows = 0;
    std::array<std::uint64_t, 2> sections{}; // bytes

    friend bool operator==(const FileHead &, const FileHead &) = default;
};

FileHead headOf(const ScoredKey &key, std::uint64_t rows, const std::array<std::uint64_t, 2> &sections)
{
    FileHead head;
    head.sections = sections;
    head.asOf = key.asOf.number;
    head.revision = key.revision;
    head.token = key.token;
    head.newestContact = key.newestContact;
    head.rows = rows;
    return head;
}

void removeOldFiles(const QDir &folder)
{
    const QStringList files = folder.entryList({QStringLiteral("*.scored")}, QDir::Files, QDir::Time);
    for (qsizetype i = filesKept; i < files.size(); ++i)
        QFile::remove(folder.filePath(files[i]));
}

} // namespace

QString scoredFileOf(const QString &workspace)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + QStringLiteral("/dimsum");
    const QByteArray place = QFileInfo(workspace).canonicalFilePath().toUtf8();
    return folder + u'/' + QString::fromLatin1(QCryptographicHash::hash(place, QCryptographicHash::Sha256).toHex().left(32)) + QStringLiteral(".scored");
}

bool writeScoredFile(const QString &file, const ScoredWorld &world)
{
    const QDir folder = QFileInfo(file).absoluteDir();
    if (!folder.mkpath(QStringLiteral(".")))
        return false;
    QSaveFile output(file);
    if (!output.open(QIODevice::WriteOnly) || !output.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return false;
    const std::size_t rows = world.base->accounts.size();
    const auto writeHead = [&](const std::array<std::uint64_t, 2> &sections) {
        const FileHead head = headOf(world.key, rows, sections);
        return output.write(reinterpret_cast<const char *>(&head), sizeof head) == qint64{sizeof head};
    };
    bool good = writeHead({}); // the lengths follow when they are known
    ScoredWriter accounts(output);
    passAccounts(accounts, *world.base, *world.deals, world, rows);
    const std::uint64_t accountBytes = accounts.finish();
    ScoredWriter scores(output);
    passScores(scores, world, rows);
    const std::uint64_t scoreBytes = scores.finish();
    good = good && accountBytes > 0 && scoreBytes > 0 && output.seek(0) && writeHead({accountBytes, scoreBytes});
    if (!good)
        output.cancelWriting();
    good = output.commit() && good;
    removeOldFiles(folder);
    return good;
}

namespace {

std::shared_ptr<const ScoredWorld> readWorld(Workspace &workspace, const QString &file, const ScoredKey &key, bool withScores)
{
    QFile input(file);
    FileHead head;
    if (!input.open(QIODevice::ReadOnly) || input.read(reinterpret_cast<char *>(&head), sizeof head) != qint64{sizeof head})
        return nullptr;
    if (head != headOf(key, head.rows, head.sections) || head.rows > std::numeric_limits<std::uint32_t>::max()
        || sizeof head + head.sections[0] + head.sections[1] != static_cast<std::uint64_t>(input.size()))
        return nullptr;
    const auto icp = icpState(workspace);
    const auto policy = policyState(workspace);
    if (!icp || !policy)
        return nullptr;
    auto world = std::make_shared<ScoredWorld>();
    auto base = std::make_shared<AccountBase>();
    auto deals = std::make_shared<std::vector<DealSummary>>();
    const auto rows = static_cast<std::size_t>(head.rows);
    bool good = false, goodScores = !withScores;
    {
        std::jthread beside;
        if (withScores)
            beside = std::jthread([&] {
                ScoredReader scores(file, sizeof head + head.sections[0], head.sections[1]);
                passScores(scores, *world, rows);
                goodScores = scores.finish();
            });
        ScoredReader accounts(file, sizeof head, head.sections[0]);
        passAccounts(accounts, *base, *deals, *world, rows);
        good = accounts.finish() && base->accounts.id.size() == rows;
        if (good)
            base->rowOf = AccountRows(base->accounts.id);
    }
    if (!good || !goodScores)
        return nullptr;
    world->base = std::move(base);
    world->deals = std::move(deals);
    world->key = key;
    world->icp = icp->icp;
    world->icpVersion = icp->version;
    world->policy = policy->policy;
    world->policyVersion = policy->version;
    return world;
}

} // namespace

std::shared_ptr<const ScoredWorld> readScoredFile(Workspace &workspace, const QString &file, const ScoredKey &key)
{
    return readWorld(workspace, file, key, true);
}

std::shared_ptr<const ScoredWorld> readScoredFileWithoutScores(Workspace &workspace, const QString &file, const ScoredKey &key)
{
    QFile input(file);
    FileHead head;
    if (!input.open(QIODevice::ReadOnly) || input.read(reinterpret_cast<char *>(&head), sizeof head) != qint64{sizeof head})
        return nullptr;
    ScoredKey made = key;
    made.asOf = Day{head.asOf};
    return readWorld(workspace, file, made, false);
}

} // namespace dimsum

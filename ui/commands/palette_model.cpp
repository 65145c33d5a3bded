#include "ui/commands/palette_model.h"

#include "qt/roles.h"
#include "ui/commands/fuzzy_match.h"

#include <algorithm>

namespace dimsum {

namespace {
constexpr qsizetype mostRows = 40;

QString keyText(const Command &command)
{
    return command.shortcuts().isEmpty() ? QString()
                                         : command.shortcuts().constFirst().toString(QKeySequence::NativeText);
}
} // namespace

PaletteModel::PaletteModel(CommandRegistry &commands, QObject *parent)
    : QAbstractListModel(parent), m_commands(commands)
{
}

void PaletteModel::setEntries(std::vector<PaletteEntry> entries)
{
    beginResetModel();
    m_hits.clear();
    m_entries = std::move(entries);
    m_folded.clear();
    m_folded.reserve(m_entries.size());
    for (const PaletteEntry &entry : m_entries)
        m_folded.push_back(foldedForMatch(entry.text + QLatin1Char(' ') + entry.keys));
    endResetModel();
}

void PaletteModel::search(const QString &letters)
{
    const QString needle = foldedForMatch(letters.trimmed());
    QList<Hit> hits;
    for (Command *command : m_commands.all()) {
        const std::optional<int> score = fuzzyScore(needle, foldedForMatch(command->plainText()));
        const bool enabled = command->availability().enabled;
        if (score && (enabled || !needle.isEmpty()))
            hits.append({*score - (enabled ? 0 : 300), -1, command});
    }
    if (!needle.isEmpty()) {
        for (std::size_t i = 0; i < m_entries.size(); ++i) {
            if (const std::optional<int> score = fuzzyScore(needle, m_folded[i]))
                hits.append({*score, static_cast<int>(i), nullptr});
        }
    }
    const qsizetype shown = qMin(mostRows, hits.size());
    const auto better = [](const Hit &a, const Hit &b) {
        if (a.score != b.score)
            return a.score > b.score;
        return a.entry < b.entry; // commands first, then the order of the workspace
    };
    if (needle.isEmpty())
        hits.resize(shown);
    else
        std::partial_sort(hits.begin(), hits.begin() + shown, hits.end(), better);
    hits.resize(shown);
    beginResetModel();
    m_hits = std::move(hits);
    endResetModel();
}

void PaletteModel::run(int row)
{
    if (row < 0 || row >= m_hits.size())
        return;
    const Hit hit = m_hits[row];
    if (hit.command)
        hit.command->trigger();
    else
        m_entries[static_cast<std::size_t>(hit.entry)].run();
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_hits.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Hit &hit = m_hits[index.row()];
    if (!hit.command) {
        const PaletteEntry &entry = m_entries[static_cast<std::size_t>(hit.entry)];
        switch (role) {
        case Qt::DisplayRole:
            return entry.text;
        case SecondLineRole:
            return entry.detail;
        case IconNameRole:
            return entry.iconName;
        case Qt::AccessibleTextRole:
            return entry.text + QStringLiteral(", ") + entry.detail;
        default:
            return {};
        }
    }
    const Availability now = hit.command->availability();
    const QString told = !now.enabled ? now.reason : hit.command->description();
    const QString keys = keyText(*hit.command);
    switch (role) {
    case Qt::DisplayRole:
        return hit.command->plainText();
    case SecondLineRole:
        return told.isEmpty() ? keys : keys.isEmpty() ? told : keys + QStringLiteral(" · ") + told;
    case IconNameRole:
        return hit.command->iconName();
    case ToneRole:
        return now.enabled ? QVariant() : QVariant(static_cast<int>(Tone::muted));
    default:
        return {};
    }
}

} // namespace dimsum

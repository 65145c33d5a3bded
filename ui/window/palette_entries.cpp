#include "ui/window/palette_entries.h"

#include <QCoreApplication>

namespace dimsum {

namespace {
// What lupdate files the words of this file under.
class PaletteEntries
{
    Q_DECLARE_TR_FUNCTIONS(PaletteEntries)
};
} // namespace

std::vector<PaletteEntry> paletteEntries(const Snapshot &snapshot, Navigation &navigation)
{
    std::vector<PaletteEntry> entries;
    entries.reserve(snapshot.size() + snapshot.menu.menu.plays.size());
    const AccountFrame &accounts = snapshot.accounts;
    for (const std::uint32_t row : snapshot.byPriority) {
        const auto text = [row](const TextColumn &column) {
            const std::string_view view = column.at(row);
            return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
        };
        const QString domain = text(accounts.domain);
        const QString name = text(accounts.name);
        entries.push_back({.text = name.isEmpty() ? domain : name,
                           .detail = PaletteEntries::tr("Account · %1").arg(domain),
                           .iconName = QStringLiteral("accounts"),
                           .keys = domain,
                           .run = [&navigation, account = accounts.id[row]] { navigation.openAccount(account); }});
    }
    for (const Play &play : snapshot.menu.menu.plays) {
        const QString code = QString::fromStdString(play.code);
        entries.push_back({.text = QString::fromStdString(play.name),
                           .detail = PaletteEntries::tr("Play · %1").arg(code),
                           .iconName = QStringLiteral("menu"),
                           .keys = code,
                           .run = [&navigation, code] {
                               navigation.open(Place{page_id::menu, {}, {{QStringLiteral("play"), code}}});
                           }});
    }
    return entries;
}

} // namespace dimsum

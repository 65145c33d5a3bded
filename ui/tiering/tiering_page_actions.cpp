// What the tiering page does with a draft: apply it, keep it as a file, take one from a file; its commands.
#include "qt/display_text.h"
#include "qt/reason_words.h"
#include "qt/wording.h"
#include "service/workspace_session.h"
#include "ui/commands/function_command.h"
#include "ui/common/prompts.h"
#include "ui/common/table_export.h"
#include "ui/tiering/policy_compare.h"
#include "ui/tiering/policy_history.h"
#include "ui/tiering/policy_words.h"
#include "ui/tiering/rules_panel.h"
#include "ui/tiering/settings_strip.h"
#include "ui/tiering/tiering_page.h"

#include <QFile>
#include <QMenu>
#include <QPushButton>
#include <QSaveFile>

namespace dimsum {

namespace {

struct Applied {
    std::int64_t policyVersion = 0;
    std::int64_t written = 0;
};

} // namespace

// Policy first, then the tiers: each is one step of undo, and the second never runs without the first.
void TieringPage::apply()
{
    if (!m_snapshot || !m_preview || !m_settings->problem().isEmpty())
        return;
    const qint64 moves = m_moves.count(MoveGroup::all);
    QStringList lines = policyChanges(m_snapshot->policy, m_draft, m_snapshot->settings.currency) + warnings();
    lines << tr("%1 up, %2 down. History keeps who moved, when and why; undo takes it back.")
                 .arg(countText(m_moves.count(MoveGroup::up)), countText(m_moves.count(MoveGroup::down)));
    const QString heading = moves > 0 ? tr("Apply %n move(s)", nullptr, static_cast<int>(moves)) : tr("Apply policy");
    const auto note = m_context.prompts.note(this, heading, lines.join(u'\n'), tr("Note for the history"), heading);
    if (!note)
        return;
    const bool newPolicy = draftDiffers();
    const std::string by = m_context.preferences.who().toStdString();
    const Day asOf = m_snapshot->asOf;
    m_context.session.run(
        tr("Applying the tiers"),
        [draft = m_draft, newPolicy, by, asOf, basedOn = m_basedOn, note = note->toStdString()](Workspace &workspace, const Progress &progress) -> Result<Applied> {
            Applied applied{.policyVersion = basedOn};
            if (newPolicy) {
                const auto version = setPolicy(workspace, draft, by, basedOn);
                if (!version)
                    return version.error();
                applied.policyVersion = *version;
            }
            const auto result = retier(workspace, {.asOf = asOf, .apply = true, .by = by, .note = note}, progress);
            if (!result)
                return result.error();
            applied.written = result->written;
            return applied;
        },
        this,
        [this](Result<Applied> applied) {
            if (!applied.ok()) {
                tell(errorText(applied.error()), applied.error().kind == ErrorKind::conflict);
                return;
            }
            m_hasDraft = false;
            m_context.navigation.notify(Tone::good, tr("Policy %1 applied: %n account(s) moved.", nullptr, static_cast<int>(applied->written)).arg(applied->policyVersion));
        });
}

void TieringPage::exportMoves()
{
    exportTable(m_context, this, ExportSubject::accounts);
}

void TieringPage::loadDraft()
{
    const QString file = m_context.prompts.fileToOpen(this, tr("Load a policy"), {tr("Policy (*.json)")});
    if (file.isEmpty() || !m_snapshot)
        return;
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly))
        return tell(tr("%1 cannot be read. Check its permissions.").arg(file), false);
    constexpr qint64 mostBytes = 1 << 20; // a policy is a page of text
    auto policy = policyFromText(in.read(mostBytes), m_snapshot->settings.currency);
    if (!policy.ok())
        return tell(errorText(policy.error()), false);
    takeDraft(*policy);
}

void TieringPage::saveDraft()
{
    const QString file = m_context.prompts.fileToSave(this, tr("Save the policy"), QStringLiteral("policy.json"), {tr("Policy (*.json)")},
                                                      QStringLiteral("json"));
    if (file.isEmpty() || !m_snapshot)
        return;
    QSaveFile out(file);
    const QByteArray text = policyText(m_draft, m_snapshot->settings.currency);
    if (!out.open(QIODevice::WriteOnly) || out.write(text) != text.size() || !out.commit())
        tell(tr("%1 cannot be written. Check the folder and the free space.").arg(file), false);
}

void TieringPage::showHistory()
{
    if (!m_snapshot)
        return;
    auto *history = new PolicyHistory(m_context, m_snapshot, this);
    history->setAttribute(Qt::WA_DeleteOnClose);
    history->open();
}

void TieringPage::compare()
{
    if (!m_snapshot)
        return;
    auto *dialog = new PolicyCompare(m_context, m_snapshot, draftDiffers() ? std::optional(m_draft) : std::nullopt, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PolicyCompare::useWanted, this, &TieringPage::takeDraft);
    dialog->open();
}

void TieringPage::readDrafts()
{
    m_context.session.run(
        tr("Reading the drafts"), [](Workspace &workspace, const Progress &) { return policyDrafts(workspace); }, this,
        [this](Result<std::vector<PolicyDraft>> drafts) {
            if (drafts.ok())
                m_kept = std::move(*drafts);
        },
        WorkspaceSession::Effect::reads);
}

void TieringPage::keepDraft()
{
    if (!m_snapshot)
        return;
    const auto name = m_context.prompts.textLine(this, tr("Keep the draft"), tr("Name of the draft"), {});
    if (!name)
        return;
    m_context.session.run(
        tr("Keeping the draft"),
        [name = *name, draft = m_draft](Workspace &workspace, const Progress &) { return keepPolicyDraft(workspace, name, draft); }, this,
        [this, name = *name](Outcome kept) {
            if (!kept)
                return tell(errorText(kept.error()), false);
            m_context.navigation.notify(Tone::good, tr("Draft “%1” kept.").arg(name.trimmed()));
        });
}

void TieringPage::showDrafts()
{
    QMenu menu(this);
    menu.addAction(tr("&Keep this draft…"), this, &TieringPage::keepDraft)->setEnabled(m_snapshot != nullptr);
    menu.addAction(tr("&Compare policies…"), this, &TieringPage::compare)->setEnabled(m_snapshot != nullptr);
    if (!m_kept.empty())
        menu.addSeparator();
    QMenu *remove = nullptr;
    for (const PolicyDraft &draft : m_kept) {
        menu.addAction(tr("Take up “%1”").arg(draft.name), this, [this, policy = draft.policy] { takeDraft(policy); });
    }
    if (!m_kept.empty()) {
        menu.addSeparator();
        remove = menu.addMenu(tr("Remove"));
        for (const PolicyDraft &draft : m_kept) {
            remove->addAction(draft.name, this, [this, id = draft.id] {
                m_context.session.run(tr("Removing the draft"), [id](Workspace &workspace, const Progress &) { return removePolicyDraft(workspace, id); });
            });
        }
    }
    menu.exec(m_drafts->mapToGlobal(QPoint(0, m_drafts->height())));
}

void TieringPage::buildCommands()
{
    const auto open = [this] { return m_snapshot ? Availability::yes() : Availability::no(tr("Open a workspace first.")); };
    const auto add = [this](CommandParts parts) { m_commands << new FunctionCommand(std::move(parts), this); };
    add({.id = QStringLiteral("tiering.apply"), .text = [] { return tr("&Apply tiers…"); }, .run = [this] { apply(); },
         .iconName = QStringLiteral("check"), .menu = CommandMenu::program, .section = 1, .availability = [this] {
             if (!m_snapshot || !m_preview)
                 return Availability::no(tr("Open a workspace first."));
             if (!m_preview->proposal.defined)
                 return Availability::no(tr("Set an ICP first: without one no tier is proposed."));
             if (!m_settings->problem().isEmpty())
                 return Availability::no(m_settings->problem());
             return m_moves.count(MoveGroup::all) > 0 || m_differs ? Availability::yes()
                                                                        : Availability::no(tr("Nothing would move and the policy is as it was."));
         }});
    add({.id = QStringLiteral("tiering.discard"), .text = [] { return tr("&Discard the draft policy"); }, .run = [this] { discard(); },
         .iconName = QStringLiteral("undo"), .menu = CommandMenu::program, .section = 1, .availability = [this] {
             return m_differs ? Availability::yes() : Availability::no(tr("The policy is as it was."));
         }});
    add({.id = QStringLiteral("tiering.add_rule"), .text = [] { return tr("Add a tier &rule…"); }, .run = [this] { m_rules->addRule(); },
         .iconName = QStringLiteral("add"), .menu = CommandMenu::program, .section = 1, .availability = open});
    add({.id = QStringLiteral("tiering.history"), .text = [] { return tr("Policy &history…"); }, .run = [this] { showHistory(); },
         .iconName = QStringLiteral("history"), .menu = CommandMenu::program, .section = 1, .availability = open});
    add({.id = QStringLiteral("tiering.compare"), .text = [] { return tr("&Compare policies…"); }, .run = [this] { compare(); },
         .iconName = QStringLiteral("compare"), .menu = CommandMenu::program, .section = 1, .availability = open});
    add({.id = QStringLiteral("tiering.keep"), .text = [] { return tr("&Keep the draft under a name…"); }, .run = [this] { keepDraft(); },
         .menu = CommandMenu::program, .section = 1, .availability = open});
    add({.id = QStringLiteral("tiering.load"), .text = [] { return tr("&Load a policy…"); }, .run = [this] { loadDraft(); },
         .menu = CommandMenu::program, .section = 1, .availability = open});
    add({.id = QStringLiteral("tiering.save"), .text = [] { return tr("&Save the policy as a file…"); }, .run = [this] { saveDraft(); },
         .menu = CommandMenu::program, .section = 1, .availability = open});
}

} // namespace dimsum

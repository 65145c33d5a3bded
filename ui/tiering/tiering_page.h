// The tier policy as a draft: rules and thresholds to change, who would move and what it costs; nothing moves until Apply.
#pragma once

#include "qt/tier_move_model.h"
#include "service/policy_drafts.h"
#include "ui/page.h"
#include "ui/page_context.h"

#include <memory>
#include <optional>

class QPushButton;
class QSplitter;
class QStackedWidget;
class QTableView;

namespace dimsum {

class ApplyBar;
class EmptyState;
class LinesPanel;
class MessagePanel;
class PageHeader;
class RulesPanel;
class Segmented;
class SettingsStrip;
class TierMoneyPanel;

class TieringPage : public Page
{
    Q_OBJECT

public:
    explicit TieringPage(PageContext context, QWidget *parent = nullptr);
    ~TieringPage() override;

    QString id() const override { return page_id::tiering; }
    QString title() const override { return tr("Tiering"); }
    QString iconName() const override { return QStringLiteral("tiering"); }
    void setSnapshot(std::shared_ptr<const Snapshot> snapshot) override;
    QList<Command *> commands() override { return m_commands; }
    StatusTexts statusTexts() const override;
    QVariantMap saveState() const override;
    void restoreState(const QVariantMap &state) override;
    bool settled() const override { return !m_previewing; }
    QList<QWidget *> panes() override;
    void showEvent(QShowEvent *event) override; // a hidden page reads no drafts

    const TierPolicy &draft() const { return m_draft; }
    const TieringPreview *preview() const { return m_preview.get(); }
    TierMoveModel &moves() { return m_moves; }

private:
    void build();
    QWidget *buildMoves();
    void buildCommands();
    bool draftDiffers() const;
    void takeDraft(const TierPolicy &draft);
    void showDraft();
    void previewSoon();
    void showPreview();
    void showApplyBar();
    QStringList warnings() const;
    void discard();
    void apply();
    void loadDraft();
    void saveDraft();
    void exportMoves();
    void showHistory();
    void compare();
    void keepDraft();
    void readDrafts();
    void showDrafts();
    void tell(const QString &text, bool conflict);

    PageContext m_context;
    std::shared_ptr<const Snapshot> m_snapshot;
    TierPolicy m_draft;
    std::int64_t m_basedOn = 0; // version of the policy that the draft began from
    bool m_hasDraft = false;
    bool m_differs = false; // the draft as shown, from the policy in force
    QByteArray m_restoredDraft; // from the last run, until the first snapshot knows the currency
    QString m_restoredFor;
    std::shared_ptr<TieringPreview> m_preview;   // changed in this thread only, and by nobody while a job looks at it
    std::shared_ptr<const Snapshot> m_previewOf; // what it was made from
    TierMoveModel m_moves;
    bool m_previewing = false; // a preview runs on the session's thread
    bool m_previewAgain = false;

    PageHeader *m_header = nullptr;
    QPushButton *m_reset = nullptr;
    QPushButton *m_history = nullptr;
    QPushButton *m_drafts = nullptr;
    std::vector<PolicyDraft> m_kept; // the drafts of the workspace, by name
    MessagePanel *m_message = nullptr;
    QStackedWidget *m_stack = nullptr;
    EmptyState *m_empty = nullptr;
    QSplitter *m_splitter = nullptr;
    RulesPanel *m_rules = nullptr;
    SettingsStrip *m_settings = nullptr;
    TierMoneyPanel *m_money = nullptr;
    LinesPanel *m_lines = nullptr;
    Segmented *m_groups = nullptr;
    QTableView *m_table = nullptr;
    ApplyBar *m_applyBar = nullptr;
    QList<Command *> m_commands;
};

} // namespace dimsum

#include "app/composition.h"

#include "service/demo_service.h"
#include "ui/accounts/accounts_page.h"
#include "ui/common/theme.h"
#include "ui/exchange/exchange_page.h"
#include "ui/icp/icp_page.h"
#include "ui/insights/insights_page.h"
#include "ui/menu/menu_page.h"
#include "ui/orders/orders_page.h"
#include "ui/page_context.h"
#include "ui/roi/roi_page.h"
#include "ui/settings/settings_page.h"
#include "ui/tiering/tiering_page.h"
#include "ui/today/today_page.h"

#include <QApplication>
#include <QStandardPaths>

namespace dimsum {

Composition::Composition(Preferences &preferences, Prompts &prompts)
    : m_preferences(preferences), m_prompts(prompts),
      m_files(m_session, preferences, sampleFile(), [](const QString &file, const Progress &progress) -> Outcome {
          const Result<DemoResult> made = makeDemo(DemoRequest{.file = file}, progress);
          return made.ok() ? Outcome(Done{}) : Outcome(made.error());
      })
{
    m_language.use(preferences.language());
    applyTheme(*qApp, preferences.theme());
    m_window = std::make_unique<MainWindow>(
        WindowParts{m_session, m_files, m_preferences, m_prompts, m_commands});
    addPages();
    m_window->finish();
    QObject::connect(&preferences, &Preferences::themeChanged, m_window.get(),
                     [this] { applyTheme(*qApp, m_preferences.theme()); });
    QObject::connect(&preferences, &Preferences::languageChanged, m_window.get(),
                     [this] { m_language.use(m_preferences.language()); });
}

Composition::~Composition() = default;

QString Composition::sampleFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + QStringLiteral("/sample.dimsum");
}

// The pages of the rail, from top to bottom; Ctrl+1 … Ctrl+9 follow this order. A new page is one line here.
void Composition::addPages()
{
    const PageContext context{m_session, m_prompts, m_preferences, *m_window, &m_insights};
    m_window->addPage(new TodayPage(context));
    m_window->addPage(new AccountsPage(context));
    m_window->addPage(new IcpPage(context));
    m_window->addPage(new TieringPage(context));
    m_window->addPage(new MenuPage(context));
    m_window->addPage(new OrdersPage(context));
    m_window->addPage(new InsightsPage(context));
    m_window->addPage(new RoiPage(context));
    m_window->addPage(new ExchangePage(context));
    m_window->addPage(new SettingsPage(context)); // stands at the foot
}

} // namespace dimsum

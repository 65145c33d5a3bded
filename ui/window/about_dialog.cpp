#include "ui/window/about_dialog.h"

#include "ui/common/icon.h"

#include <QCoreApplication>
#include <QMessageBox>

namespace dimsum {

void showAbout(QWidget *parent)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("dimsum::About", text); };
    auto *box = new QMessageBox(parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setModal(false);
    box->setWindowTitle(tr("About Dimsum"));
    box->setIconPixmap(themedIcon(QStringLiteral("app")).pixmap(QSize(64, 64), parent->devicePixelRatioF()));
    box->setText(tr("Dimsum %1").arg(QCoreApplication::applicationVersion()));
    box->setInformativeText(tr("Account-based marketing plans, ordered like dim sum.\n\n"
                               "Free software under the GNU General Public License, version 3 or later. "
                               "Built on Qt %1, SQLite, Eigen, libxlsxwriter, libpsl, uchardet and Bootstrap Icons.")
                                .arg(QLatin1String(qVersion())));
    box->setStandardButtons(QMessageBox::Close);
    box->show();
}

} // namespace dimsum

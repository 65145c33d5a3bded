#include "ui/exchange/format_form.h"

#include "ui/common/theme.h"
#include "ui/exchange/import_words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>

#include <array>

namespace dimsum {

namespace {

constexpr std::array delimiters{',', ';', '\t', '|'};
constexpr std::array dateOrders{DateOrder::isoOnly, DateOrder::monthFirst, DateOrder::dayFirst};

} // namespace

FormatForm::FormatForm(Part part, QString profileFolder, QWidget *parent)
    : QWidget(parent), m_part(part), m_profileFolder(std::move(profileFolder))
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins(metric::pageMargin, 8, metric::pageMargin, 8);
    if (part == Part::file)
        buildFile(*form);
    else
        buildFormat(*form);
}

void FormatForm::buildFile(QFormLayout &form)
{
    m_kind = new QComboBox;
    for (const ImportKind kind : importKinds)
        m_kind->addItem(kindTitle(kind), int(kind));
    m_profile = new QComboBox;
    m_about = new QLabel;
    m_about->setFont(Theme::of(this).font(TypeSize::small));
    form.addRow(tr("What the file &holds"), m_kind);
    form.addRow(QString(), m_about);
    form.addRow(tr("Where it comes &from"), m_profile);
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this] {
        if (m_showing)
            return;
        m_request.kind = static_cast<ImportKind>(m_kind->currentData().toInt());
        m_request.profile.clear();
        ask(false);
    });
    connect(m_profile, &QComboBox::currentIndexChanged, this, [this] {
        if (m_showing)
            return;
        m_request.profile = m_profile->currentData().toString();
        ask(false);
    });
}

void FormatForm::buildFormat(QFormLayout &form)
{
    m_encoding = new QComboBox;
    m_encoding->addItems(encodingChoices());
    m_delimiter = new QComboBox;
    for (const char delimiter : delimiters)
        m_delimiter->addItem(delimiterTitle(delimiter), int(delimiter));
    m_decimals = new QComboBox;
    for (const DecimalMark mark : {DecimalMark::point, DecimalMark::comma})
        m_decimals->addItem(decimalTitle(mark), int(mark));
    m_dates = new QComboBox;
    for (const DateOrder order : dateOrders)
        m_dates->addItem(dateTitle(order), int(order));
    m_header = new QCheckBox(tr("The first row names the columns"));
    m_doubt = new QLabel;
    m_doubt->setWordWrap(true);
    form.addRow(tr("&Encoding"), m_encoding);
    form.addRow(tr("Columns end &with"), m_delimiter);
    form.addRow(tr("&Numbers"), m_decimals);
    form.addRow(tr("&Dates"), m_dates);
    form.addRow(QString(), m_header);
    form.addRow(QString(), m_doubt);
    for (QComboBox *box : {m_encoding, m_delimiter})
        connect(box, &QComboBox::currentIndexChanged, this, [this] { ask(true); });
    for (QComboBox *box : {m_decimals, m_dates})
        connect(box, &QComboBox::currentIndexChanged, this, [this] { ask(false); });
    connect(m_header, &QCheckBox::toggled, this, [this] { ask(false); });
}

void FormatForm::ask(bool findRest)
{
    if (m_showing)
        return;
    PreviewRequest request = m_request;
    request.findRest = findRest;
    if (m_part == Part::format) {
        FileFormat format = *m_request.format;
        if (format.encoding != m_encoding->currentText())
            format.markBytes = 0; // a mark belongs to the encoding it stands for
        format.encoding = m_encoding->currentText();
        format.delimiter = static_cast<char>(m_delimiter->currentData().toInt());
        format.decimals = static_cast<DecimalMark>(m_decimals->currentData().toInt());
        format.dates = static_cast<DateOrder>(m_dates->currentData().toInt());
        format.headerRow = m_header->isChecked();
        request.format = format;
    } else {
        request.format.reset(); // another profile may know the file better
    }
    Q_EMIT changed(request);
}

void FormatForm::setPreview(const ImportPreview &preview)
{
    m_showing = true;
    m_request = {.file = preview.file, .kind = preview.kind, .profile = preview.profile, .format = preview.format, .profileFolder = m_profileFolder};
    if (m_part == Part::file) {
        m_kind->setCurrentIndex(m_kind->findData(int(preview.kind)));
        m_about->setText(kindDescription(preview.kind));
        m_profile->clear();
        for (const ProfileChoice &choice : profileChoices(preview.kind, m_profileFolder))
            m_profile->addItem(choice.label, choice.name);
        m_profile->setCurrentIndex(m_profile->findData(preview.profile));
    } else {
        m_encoding->setCurrentIndex(m_encoding->findText(preview.format.encoding));
        m_delimiter->setCurrentIndex(m_delimiter->findData(int(preview.format.delimiter)));
        m_decimals->setCurrentIndex(m_decimals->findData(int(preview.format.decimals)));
        m_dates->setCurrentIndex(m_dates->findData(int(preview.format.dates)));
        m_header->setChecked(preview.format.headerRow);
        QStringList doubts;
        if (!preview.encodingCertain)
            doubts << tr("The encoding is a guess: look whether the letters below are right.");
        if (!preview.delimiterCertain)
            doubts << tr("The delimiter is a guess: look whether the columns below are right.");
        if (!preview.decimalsCertain)
            doubts << tr("Numbers like 1,234 can be read in two ways: choose one.");
        if (!preview.datesCertain)
            doubts << tr("Dates like 03/04/2026 can be read in two ways: choose one.");
        m_doubt->setText(doubts.join(u' '));
        m_doubt->setVisible(!doubts.isEmpty());
    }
    m_showing = false;
}

} // namespace dimsum
